"""The version of the program, and with it the coder's name in every claim."""

VERSION = "0.1.0"
CODER = f"warmonitor {VERSION}"

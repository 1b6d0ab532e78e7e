"""warmonitor: a news report in, sourced claims out."""

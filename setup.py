"""The one thing that pyproject.toml cannot say: the pages of the desk are built before the package is."""

import subprocess
import sys

from setuptools import setup
from setuptools.command.build_py import build_py


class WithPages(build_py):
    """Builds `warmonitor/web/static` first."""

    def run(self) -> None:
        """As setuptools does, with the pages."""
        subprocess.run([sys.executable, "warmonitor/web/frontend/build.py"], check=True)
        super().run()


setup(cmdclass={"build_py": WithPages})

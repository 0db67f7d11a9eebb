"""The documented import path of `Provider`. Written by tools/facade.py."""

from ..schemas.provider import Provider as Provider

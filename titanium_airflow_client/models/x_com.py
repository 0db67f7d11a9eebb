"""The documented import path of `XCom`. Written by tools/facade.py."""

from ..schemas.xcom import XCom as XCom

"""stub"""
from typing import Any
Call = dict[str, Any]

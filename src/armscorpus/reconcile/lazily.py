"""Attributes worked out when first asked for; lighter than `functools.cached_property`, which takes a lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class lazily(Generic[Owner, Value]):  # noqa: N801 - a decorator, named as one
    """An attribute that a method computes once, and which then stands in the object's own namespace."""

    def __init__(self, compute: Callable[[Owner], Value]) -> None:
        self.compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type[Owner], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type[Owner]) -> lazily[Owner, Value]: ...
    @overload
    def __get__(self, instance: Owner, owner: type[Owner]) -> Value: ...
    def __get__(self, instance: Owner | None, owner: type[Owner]) -> lazily[Owner, Value] | Value:
        """Return the value, and keep it."""
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.compute(instance)
        return value

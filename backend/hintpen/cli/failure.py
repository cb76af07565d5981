"""How a command ends that cannot do its work."""


class CommandFailed(Exception):
    """`str(error)`: one sentence that says what to do. `code`: the exit code, 2 for bad input."""

    def __init__(self, message: str, code: int = 2) -> None:
        super().__init__(message)
        self.code = code

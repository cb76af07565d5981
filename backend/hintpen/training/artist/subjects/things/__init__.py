"""Things: vessels, tools, toys, instruments, and still lifes of them."""

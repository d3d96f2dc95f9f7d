class Jobs {}

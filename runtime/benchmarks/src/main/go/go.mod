module chanlint.dev/benchmarks

go 1.19

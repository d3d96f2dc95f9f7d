// The programs of the comparison in Go. Prints, one a line, nanoseconds per run of a row's program,
// one line for each measured iteration; or the bytes that each of many parked goroutines takes.
//
//	benchmarks -row PING_PONG -size 50000 -warmup 1s -time 200ms -iterations 5
//	benchmarks -park 1000000
//	benchmarks -row PING_PONG -size 50000 -sum
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"runtime"
	"strings"
	"time"
)

var rows = map[string]func(int) int64{
	"PING_PONG":      pingPong,
	"STREAM_0":       func(n int) int64 { return crowd(1, 0, n) },
	"STREAM_16":      func(n int) int64 { return crowd(1, 16, n) },
	"STREAM_128":     func(n int) int64 { return crowd(1, 128, n) },
	"CROWD_4":        func(n int) int64 { return crowd(4, 128, n) },
	"CROWD_1000":     func(n int) int64 { return crowd(1000, 0, n) },
	"SELECT_2":       func(n int) int64 { return selectWaiting(2, n) },
	"SELECT_8":       func(n int) int64 { return selectWaiting(8, n) },
	"SELECT_READY":   selectReady,
	"SELECT_DEFAULT": selectDefault,
	"ALONE":          alone,
	"LOCK":           lock,
	"SPAWN":          spawn,
	"RING":           ring,
	"DAISY_CHAIN":    daisyChain,
	"PRIME_SIEVE":    primeSieve,
}

func main() {
	row := flag.String("row", "", "the row to run")
	size := flag.Int("size", 0, "the size of its program")
	sum := flag.Bool("sum", false, "run once and print the program's sum")
	warmup := flag.Duration("warmup", time.Second, "how long to warm up")
	duration := flag.Duration("time", 200*time.Millisecond, "how long an iteration takes at least")
	iterations := flag.Int("iterations", 5, "how many iterations")
	parked := flag.Int("park", 0, "how many goroutines to park instead")
	flag.Parse()

	if *parked > 0 {
		printParked(*parked)
		return
	}
	program, known := rows[*row]
	if !known {
		log.Fatalf("no row %q", *row)
	}
	if *sum {
		fmt.Println(program(*size))
		return
	}
	measure(program, *size, *warmup)
	for i := 0; i < *iterations; i++ {
		fmt.Println(measure(program, *size, *duration))
	}
}

// measure runs a program for a time and returns the mean in nanoseconds.
func measure(program func(int) int64, size int, atLeast time.Duration) float64 {
	start := time.Now()
	for runs := 1; ; runs++ {
		program(size)
		if elapsed := time.Since(start); elapsed >= atLeast {
			return float64(elapsed.Nanoseconds()) / float64(runs)
		}
	}
}

func printParked(goroutines int) {
	before := inUse()
	park(goroutines)
	time.Sleep(time.Second)
	fmt.Println((inUse() - before) / uint64(goroutines))
	fmt.Println(resident())
}

// inUse is what goroutines and their stacks hold, after a collection.
func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse + m.StackInuse
}

// resident is the process's resident set in kilobytes.
func resident() string {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "0"
	}
	for _, line := range strings.Split(string(status), "\n") {
		if strings.HasPrefix(line, "VmRSS:") {
			return strings.Fields(line)[1]
		}
	}
	return "0"
}

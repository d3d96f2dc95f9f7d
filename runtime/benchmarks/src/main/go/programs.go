package main

import "sync"

// The programs of the comparison; Programs.java tells what each does. All have ended their
// goroutines when they return, but for park.

const (
	ringSize = 503
	small    = 63
	end      = 0
)

func pingPong(roundTrips int) int64 {
	ping := make(chan int64)
	pong := make(chan int64)
	go func() {
		for i := 0; i < roundTrips; i++ {
			pong <- (<-ping + 1) & small
		}
	}()
	var sum int64
	for i := 0; i < roundTrips; i++ {
		ping <- int64(i & small)
		sum += <-pong
	}
	return sum
}

func crowd(pairs, capacity, values int) int64 {
	share := values / pairs
	ch := make(chan int64, capacity)
	sums := make(chan int64, pairs)
	for p := 0; p < pairs; p++ {
		go sendMany(ch, share)
		go func() { sums <- receiveMany(ch, share) }()
	}
	return receiveMany(sums, pairs)
}

func sendMany(ch chan<- int64, values int) {
	for i := 0; i < values; i++ {
		ch <- int64(i & small)
	}
}

func receiveMany(ch <-chan int64, values int) int64 {
	var sum int64
	for i := 0; i < values; i++ {
		sum += <-ch
	}
	return sum
}

func channels(count, capacity int) []chan int64 {
	chs := make([]chan int64, count)
	for i := range chs {
		chs[i] = make(chan int64, capacity)
	}
	return chs
}

func selectWaiting(cases, values int) int64 {
	chs := channels(cases, 0)
	go func() {
		for i := 0; i < values; i++ {
			chs[i%cases] <- int64(i & small)
		}
	}()
	if cases == 2 {
		return selectOfTwo(chs, values)
	}
	return selectOfEight(chs, values)
}

func selectOfTwo(c []chan int64, values int) int64 {
	a, b := c[0], c[1]
	var sum int64
	for i := 0; i < values; i++ {
		select {
		case v := <-a:
			sum += v
		case v := <-b:
			sum += v
		}
	}
	return sum
}

func selectOfEight(chs []chan int64, values int) int64 {
	a, b, c, d, e, f, g, h := chs[0], chs[1], chs[2], chs[3], chs[4], chs[5], chs[6], chs[7]
	var sum int64
	for i := 0; i < values; i++ {
		var v int64
		select {
		case v = <-a:
		case v = <-b:
		case v = <-c:
		case v = <-d:
		case v = <-e:
		case v = <-f:
		case v = <-g:
		case v = <-h:
		}
		sum += v
	}
	return sum
}

func selectReady(values int) int64 {
	a := make(chan int64, 1)
	b := make(chan int64, 1)
	chs := [2]chan int64{a, b}
	var sum int64
	for i := 0; i < values; i++ {
		chs[i%2] <- int64(i & small)
		select {
		case v := <-a:
			sum += v
		case v := <-b:
			sum += v
		}
	}
	return sum
}

func selectDefault(times int) int64 {
	ch := make(chan int64)
	var sum int64
	for i := 0; i < times; i++ {
		select {
		case v := <-ch:
			sum += v
		default:
			sum += int64(i & small)
		}
	}
	return sum
}

func alone(values int) int64 {
	ch := make(chan int64, 1)
	var sum int64
	for i := 0; i < values; i++ {
		ch <- int64(i & small)
		sum += <-ch
	}
	return sum
}

func lock(times int) int64 {
	mutex := new(sync.Mutex)
	for i := 0; i < times; i++ {
		mutex.Lock()
		mutex.Unlock()
	}
	return int64(times)
}

func spawn(goroutines int) int64 {
	var all sync.WaitGroup
	for i := 0; i < goroutines; i++ {
		all.Add(1)
		go func() { defer all.Done() }()
	}
	all.Wait()
	return int64(goroutines)
}

func ring(hops int) int64 {
	links := channels(ringSize, 0)
	for i := 1; i < ringSize; i++ {
		go passOn(links[i-1], links[i])
	}
	first, last := links[0], links[ringSize-1]
	var sum int64
	for round := 0; round < hops/ringSize; round++ {
		first <- 1
		sum += <-last
	}
	first <- end
	<-last
	return sum
}

func passOn(from <-chan int64, to chan<- int64) {
	for {
		token := <-from
		to <- token
		if token == end {
			return
		}
	}
}

func daisyChain(links int) int64 {
	first := make(chan int64)
	left := first
	for i := 0; i < links; i++ {
		to, from := left, make(chan int64)
		go func() { to <- <-from + 1 }()
		left = from
	}
	left <- 0
	return <-first
}

func primeSieve(limit int) int64 {
	ch := make(chan int64)
	go countTo(limit, ch)
	var sum int64
	for prime := <-ch; prime != end; prime = <-ch {
		sum += prime
		to := make(chan int64)
		go filter(ch, to, prime)
		ch = to
	}
	return sum
}

func countTo(limit int, numbers chan<- int64) {
	for n := int64(2); n <= int64(limit); n++ {
		numbers <- n
	}
	numbers <- end
}

func filter(from <-chan int64, to chan<- int64, divisor int64) {
	for {
		n := <-from
		if n%divisor != 0 || n == end {
			to <- n
		}
		if n == end {
			return
		}
	}
}

func park(goroutines int) {
	ch := make(chan int64)
	var arrived sync.WaitGroup
	arrived.Add(goroutines)
	for i := 0; i < goroutines; i++ {
		go func() {
			arrived.Done()
			<-ch
		}()
	}
	arrived.Wait()
}

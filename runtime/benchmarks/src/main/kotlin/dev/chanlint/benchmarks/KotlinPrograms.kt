package dev.chanlint.benchmarks

import java.util.concurrent.CountDownLatch
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.DelicateCoroutinesApi
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.GlobalScope
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.selects.select
import kotlinx.coroutines.sync.Mutex

/** The programs with Kotlin's coroutines and channels, on their default dispatcher. */
internal class KotlinPrograms : Programs {

  private companion object {
    const val SMALL = 63
    const val END = 0L

    /** What coroutines wait on, which alone keeps them alive. */
    val parkedOn = mutableListOf<Channel<Long>>()
  }

  private fun run(main: suspend CoroutineScope.() -> Long): Long =
    runBlocking(Dispatchers.Default, main)

  override fun pingPong(roundTrips: Int): Long = run {
    val ping = Channel<Long>()
    val pong = Channel<Long>()
    launch { repeat(roundTrips) { pong.send(ping.receive() + 1 and SMALL.toLong()) } }
    var sum = 0L
    for (i in 0 until roundTrips) {
      ping.send((i and SMALL).toLong())
      sum += pong.receive()
    }
    sum
  }

  override fun crowd(pairs: Int, capacity: Int, values: Int): Long = run {
    val channel = Channel<Long>(capacity)
    val sums = Channel<Long>(pairs)
    val share = values / pairs
    repeat(pairs) {
      launch { sendMany(channel, share) }
      launch { sums.send(receiveMany(channel, share)) }
    }
    receiveMany(sums, pairs)
  }

  private suspend fun sendMany(channel: Channel<Long>, values: Int) {
    for (i in 0 until values) {
      channel.send((i and SMALL).toLong())
    }
  }

  private suspend fun receiveMany(channel: Channel<Long>, values: Int): Long {
    var sum = 0L
    repeat(values) { sum += channel.receive() }
    return sum
  }

  override fun selectWaiting(cases: Int, values: Int): Long = run {
    val channels = List(cases) { Channel<Long>() }
    launch {
      for (i in 0 until values) {
        channels[i % cases].send((i and SMALL).toLong())
      }
    }
    var sum = 0L
    repeat(values) { sum += selectOver(channels) }
    sum
  }

  private suspend fun selectOver(channels: List<Channel<Long>>): Long = select {
    for (channel in channels) {
      channel.onReceive { it }
    }
  }

  override fun selectReady(values: Int): Long = run {
    val channels = List(2) { Channel<Long>(1) }
    var sum = 0L
    for (i in 0 until values) {
      channels[i % 2].send((i and SMALL).toLong())
      sum += selectOver(channels)
    }
    sum
  }

  /** A select has no default; a receive that does not wait is Kotlin's word for it. */
  override fun selectDefault(times: Int): Long = run {
    val channel = Channel<Long>()
    var sum = 0L
    for (i in 0 until times) {
      sum += channel.tryReceive().getOrNull() ?: (i and SMALL).toLong()
    }
    sum
  }

  override fun alone(values: Int): Long = run {
    val channel = Channel<Long>(1)
    var sum = 0L
    for (i in 0 until values) {
      channel.send((i and SMALL).toLong())
      sum += channel.receive()
    }
    sum
  }

  override fun lock(times: Int): Long = run {
    val mutex = Mutex()
    repeat(times) {
      mutex.lock()
      mutex.unlock()
    }
    times.toLong()
  }

  override fun spawn(goroutines: Int): Long = run {
    coroutineScope { repeat(goroutines) { launch {} } }
    goroutines.toLong()
  }

  override fun ring(hops: Int): Long = run {
    val links = List(Programs.RING_SIZE) { Channel<Long>() }
    for (i in 1 until Programs.RING_SIZE) {
      launch { passOn(links[i - 1], links[i]) }
    }
    var sum = 0L
    repeat(hops / Programs.RING_SIZE) {
      links.first().send(1L)
      sum += links.last().receive()
    }
    links.first().send(END)
    links.last().receive()
    sum
  }

  private suspend fun passOn(from: Channel<Long>, to: Channel<Long>) {
    do {
      val token = from.receive()
      to.send(token)
    } while (token != END)
  }

  override fun daisyChain(links: Int): Long = run {
    val first = Channel<Long>()
    var left = first
    repeat(links) {
      val to = left
      val from = Channel<Long>()
      launch { to.send(from.receive() + 1) }
      left = from
    }
    left.send(0L)
    first.receive()
  }

  override fun primeSieve(limit: Int): Long = run {
    val numbers = Channel<Long>()
    launch { countTo(limit, numbers) }
    var sum = 0L
    var channel = numbers
    var prime = channel.receive()
    while (prime != END) {
      sum += prime
      val divisor = prime
      val from = channel
      val to = Channel<Long>()
      launch { filter(from, to, divisor) }
      channel = to
      prime = channel.receive()
    }
    sum
  }

  private suspend fun countTo(limit: Int, numbers: Channel<Long>) {
    for (n in 2L..limit) {
      numbers.send(n)
    }
    numbers.send(END)
  }

  private suspend fun filter(from: Channel<Long>, to: Channel<Long>, divisor: Long) {
    do {
      val n = from.receive()
      if (n % divisor != 0L || n == END) {
        to.send(n)
      }
    } while (n != END)
  }

  @OptIn(DelicateCoroutinesApi::class)
  override fun park(goroutines: Int) {
    val channel = Channel<Long>()
    parkedOn += channel
    val arrived = CountDownLatch(goroutines)
    repeat(goroutines) {
      GlobalScope.launch {
        arrived.countDown()
        channel.receive()
      }
    }
    arrived.await()
  }
}

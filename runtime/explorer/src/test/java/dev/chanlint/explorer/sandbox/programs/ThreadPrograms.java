package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.explorer.Fault.DEADLOCK;
import static dev.chanlint.explorer.Fault.LIVELOCK;
import static dev.chanlint.explorer.Fault.PANIC;

import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** {@link Thread} and {@link LockSupport}. */
final class ThreadPrograms {

  private static volatile boolean flag;

  private ThreadPrograms() {}

  private static final class Greeter extends Thread {
    @Override
    public void run() {
      System.out.print("hello");
    }
  }

  @Expect(outputs = "hello")
  static void subclass() throws Exception {
    Greeter greeter = new Greeter();
    greeter.start();
    greeter.join();
  }

  @Expect(outputs = {"ab", "ba"})
  static void unordered() throws Exception {
    Thread thread = new Thread(() -> System.out.print("a"));
    thread.start();
    System.out.print("b");
    thread.join();
  }

  @Expect(outputs = "vp")
  static void builders() throws Exception {
    Thread.startVirtualThread(() -> System.out.print("v")).join();
    Thread.ofPlatform()
        .name("p")
        .start(() -> System.out.print(Thread.currentThread().getName()))
        .join();
  }

  @Expect(
      outputs = "main Thread-0 false true false",
      unlikeJdk = "threads are numbered anew in each execution")
  static void names() throws Exception {
    Thread thread = new Thread(() -> {});
    System.out.print(Thread.currentThread().getName() + " " + thread.getName());
    System.out.print(" " + thread.isAlive());
    Thread other = new Thread(() -> LockSupport.park());
    other.start();
    System.out.print(" " + other.isAlive());
    LockSupport.unpark(other);
    other.join();
    System.out.print(" " + other.isAlive());
  }

  @Expect(outputs = {"slept", "interrupted"})
  static void interruptOfASleep() throws Exception {
    Thread thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(1000);
                System.out.print("slept");
              } catch (InterruptedException e) {
                System.out.print("interrupted");
              }
            });
    thread.start();
    thread.interrupt();
    thread.join();
  }

  @Expect(outputs = "true false")
  static void interruptedClears() {
    Thread.currentThread().interrupt();
    System.out.print(Thread.interrupted() + " " + Thread.interrupted());
  }

  @Expect(outputs = {"mt", "tm"})
  static void sleepOrdersNothing() throws Exception {
    Thread thread = new Thread(() -> System.out.print("t"));
    thread.start();
    Thread.sleep(1000);
    System.out.print("m");
    thread.join();
  }

  @Expect(outputs = "done")
  static void spinLoopThatYieldsEnds() throws Exception {
    Thread thread =
        new Thread(
            () -> {
              while (!flag) {
                Thread.onSpinWait();
              }
            });
    thread.start();
    flag = true;
    thread.join();
    System.out.print("done");
  }

  @Expect(faults = LIVELOCK)
  static void loopWithoutEnd() {
    int i = 0;
    while (!flag || i >= 0) {
      i ^= 1;
    }
  }

  @Expect(outputs = "unparked")
  static void permitIsKept() throws Exception {
    Thread main = Thread.currentThread();
    Thread thread = new Thread(() -> LockSupport.unpark(main));
    thread.start();
    LockSupport.park();
    System.out.print("unparked");
    thread.join();
  }

  @Expect(faults = DEADLOCK)
  static void parkedForGood() {
    LockSupport.park();
  }

  @Expect(faults = PANIC)
  static void uncaughtException() throws Exception {
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException("boom");
            });
    thread.start();
    thread.join();
  }

  @Expect(outputs = "boom")
  static void uncaughtExceptionHandler() throws Exception {
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException("boom");
            });
    thread.setUncaughtExceptionHandler((t, e) -> System.out.print(e.getMessage()));
    thread.start();
    thread.join();
  }

  @Expect(outputs = "1000", unlikeJdk = "no time passes but what is waited for")
  static void virtualTime() throws Exception {
    long before = System.currentTimeMillis();
    Thread.sleep(1000);
    System.out.print(System.currentTimeMillis() - before);
  }

  @Expect(faults = PANIC)
  static void failedAssertion() {
    assert !flag == flag : "assertions are on";
  }

  /** Whoever starts a thread does so before or after others look. */
  @Expect(outputs = {"true", "false"})
  static void aliveOnceAnotherHasStartedIt() throws Exception {
    Thread late = new Thread(LockSupport::park);
    Thread starter = new Thread(late::start);
    starter.start();
    System.out.print(late.isAlive());
    starter.join();
    LockSupport.unpark(late);
  }

  @Expect(outputs = {"joined true", "joined false"})
  static void joinOfAThreadThatAnotherStarts() throws Exception {
    flag = false;
    Thread late = new Thread(() -> flag = true);
    Thread starter = new Thread(late::start);
    starter.start();
    late.join();
    System.out.print("joined " + flag);
  }

  @Expect(outputs = {"started refused"})
  static void startedOnceByTwo() throws Exception {
    Object lock = new Object();
    Thread once = new Thread(() -> {});
    Runnable start =
        () -> {
          synchronized (lock) {
            String before = flag ? " " : "";
            try {
              once.start();
              System.out.print(before + "started");
            } catch (IllegalThreadStateException e) {
              System.out.print(before + "refused");
            }
            flag = true;
          }
        };
    flag = false;
    Thread other = new Thread(start);
    other.start();
    start.run();
    other.join();
  }

  /** An interrupt that comes before ends the wait, one that comes later need not. */
  @Expect(outputs = {"had again", "interrupted"})
  static void interruptBesideALockHadOnceMore() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Thread thread =
        new Thread(
            () -> {
              lock.lock();
              try {
                lock.lockInterruptibly();
                System.out.print("had again");
              } catch (InterruptedException e) {
                System.out.print("interrupted");
              }
            });
    thread.start();
    thread.interrupt();
    thread.join();
  }

  @Expect(outputs = {"ended", "interrupted"})
  static void interruptByTheThreadThatIsJoined() throws Exception {
    Thread joining = Thread.currentThread();
    Thread thread = new Thread(joining::interrupt);
    thread.start();
    try {
      thread.join();
      System.out.print("ended");
    } catch (InterruptedException e) {
      System.out.print("interrupted");
    }
  }

  @Expect(outputs = {"slept", "interrupted"})
  static void interruptOfASleepOfNoTime() throws Exception {
    Thread thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(0);
                System.out.print("slept");
              } catch (InterruptedException e) {
                System.out.print("interrupted");
              }
            });
    thread.start();
    thread.interrupt();
    thread.join();
  }
}

package dev.chanlint.runtime.engine;

import java.lang.management.ManagementFactory;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;

/** The number of platform threads that carry virtual threads. */
final class Carriers {

  private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
  private static final String SCHEDULER = "jdk.management:type=VirtualThreadScheduler";

  private static int parallelism =
      Integer.getInteger(PARALLELISM, Runtime.getRuntime().availableProcessors());

  private Carriers() {}

  /** Sets the number, unless it is below 1; returns the previous one. */
  static synchronized int set(int n) {
    int previous = parallelism;
    if (n >= 1 && n != previous) {
      setParallelism(n);
      parallelism = n;
    }
    return previous;
  }

  private static void setParallelism(int n) {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .setAttribute(new ObjectName(SCHEDULER), new Attribute("Parallelism", n));
    } catch (InstanceNotFoundException e) {
      throw new UnsupportedOperationException(
          "maxProcs can be set from JDK 24 on; here start Java with -D" + PARALLELISM + "=" + n, e);
    } catch (JMException e) {
      throw new UnsupportedOperationException("maxProcs cannot be set: " + e.getMessage(), e);
    }
  }
}

/** Go's way of concurrency for Java. */
module dev.chanlint.runtime {
  requires java.management;
  requires static jdk.jfr;
  requires static jdk.management;
  requires static jdk.unsupported;
  requires static org.jspecify;
  requires static org.junit.jupiter.api;

  exports dev.chanlint.runtime;
  exports dev.chanlint.runtime.engine to
      dev.chanlint.explorer;
}

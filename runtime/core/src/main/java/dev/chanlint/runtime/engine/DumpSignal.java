package dev.chanlint.runtime.engine;

/**
 * Prints every goroutine on standard error when the process gets a signal, as a Go program does on
 * {@code SIGQUIT}; but the process goes on. The JVM keeps {@code SIGQUIT} for its own thread dump,
 * which shows no goroutines, so this one is {@code SIGUSR1}, unless {@code -Dchanlint.dumpSignal}
 * names another, or says {@code none}. A handler that the application has set is left alone.
 */
final class DumpSignal {

  private static final String PROPERTY = "chanlint.dumpSignal";
  private static final boolean POSSIBLE =
      ModuleLayer.boot().findModule("jdk.unsupported").isPresent();

  private DumpSignal() {}

  /** Starts to listen, where the JDK and the system can. */
  static void install() {
    String name = System.getProperty(PROPERTY, "USR1");
    if (POSSIBLE && !name.equals("none")) {
      Handler.install(name);
    }
  }

  /** Apart from the rest, to be loaded only where its interface is there. */
  @SuppressWarnings("sunapi") // exported by jdk.unsupported, and there is no other way
  private static final class Handler implements sun.misc.SignalHandler {

    static void install(String name) {
      try {
        var signal = new sun.misc.Signal(name);
        var before = sun.misc.Signal.handle(signal, new Handler());
        if (before != sun.misc.SignalHandler.SIG_DFL) {
          sun.misc.Signal.handle(signal, before);
        }
      } catch (IllegalArgumentException e) {
        // The system has no such signal, or the JVM keeps it: a matter of who asked for it.
        if (System.getProperty(PROPERTY) != null) {
          System.err.println(PROPERTY + ": " + e.getMessage());
        }
      }
    }

    @Override
    public void handle(sun.misc.Signal signal) {
      Goroutines all = Goroutines.now();
      System.err.print(signal + ": " + all.size() + " goroutines\n\n" + all + "\n");
      System.err.flush();
    }
  }
}

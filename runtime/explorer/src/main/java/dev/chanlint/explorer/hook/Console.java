package dev.chanlint.explorer.hook;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Stands for the standard streams. */
public final class Console {

  private static final PrintStream OUT = new CapturedStream(true);
  private static final PrintStream ERR = new CapturedStream(false);
  private static final InputStream IN = new RefusedInput();

  private Console() {}

  /** {@link System#out}: a write is a visible operation. */
  public static PrintStream out() {
    return OUT;
  }

  /** {@link System#err}: what is written is dropped. */
  public static PrintStream err() {
    return ERR;
  }

  /** {@link System#in}. */
  public static InputStream in() {
    return IN;
  }

  /** {@link Throwable#printStackTrace()}. */
  public static void printStackTrace(Throwable thrown) {
    thrown.printStackTrace(ERR);
  }

  private static final class RefusedInput extends InputStream {
    @Override
    public int read() throws IOException {
      Effects.refuse("reads standard input");
      return -1;
    }
  }
}

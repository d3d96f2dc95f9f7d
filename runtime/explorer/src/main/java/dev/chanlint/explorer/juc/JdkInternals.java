package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.hook.VarHandles;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Stands for the closed parts of the JDK that the classes use whose own code runs under control.
 */
public final class JdkInternals {

  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private JdkInternals() {}

  /** A handle of a field of the class that looks it up. */
  public static VarHandle findVarHandle(MethodHandles.Lookup lookup, String name, Class<?> type) {
    return findVarHandle(lookup, lookup.lookupClass(), name, type);
  }

  /** A handle of a field. */
  public static VarHandle findVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type) {
    try {
      return VarHandles.findVarHandle(lookup, owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The length to which an array grows. */
  public static int newLength(int old, int least, int preferred) {
    int wanted = old + Math.max(least, preferred);
    if (wanted > 0 && wanted <= LARGEST) {
      return wanted;
    }
    if (old + least < 0) {
      throw new OutOfMemoryError("Required length exceeds implementation limit");
    }
    return Math.max(old + least, LARGEST);
  }

  /** A machine on which it is vain to spin before waiting. */
  public static final class Uniprocessor {

    private static final Uniprocessor ONLY = new Uniprocessor();

    private Uniprocessor() {}

    /** {@link Runtime#getRuntime}. */
    public static Uniprocessor getRuntime() {
      return ONLY;
    }

    /** {@link Runtime#availableProcessors}. */
    public int availableProcessors() {
      return 1;
    }
  }

  /** Cleans up nothing: what the garbage collector finds dead is not seen in an exploration. */
  public static final class NoCleaner {

    private static final NoCleaner ONLY = new NoCleaner();

    private NoCleaner() {}

    /** The cleaner of the JDK's own. */
    public static NoCleaner cleaner() {
      return ONLY;
    }

    /** {@link java.lang.ref.Cleaner#register}. */
    public Cleanable register(Object object, Runnable action) {
      return new Cleanable() {
        private boolean cleaned;

        @Override
        public void clean() {
          if (!cleaned) {
            cleaned = true;
            action.run();
          }
        }
      };
    }

    /** {@link java.lang.ref.Cleaner.Cleanable}. */
    public interface Cleanable {

      /** Runs the action, the first time. */
      void clean();
    }
  }
}

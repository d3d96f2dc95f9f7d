package dev.chanlint.explorer.junit.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chanlint.explorer.junit.ExploreTest;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tests that see what was called before them, in which order. */
public final class Lifecycle extends LifecycleParent {

  private Chan<Integer> numbers = Chan.make();

  @BeforeAll
  static void all() {
    CALLS.add("all");
  }

  @BeforeEach
  @Override
  void overridden() {
    CALLS.add("own");
  }

  /** Both values are taken in each execution, so both goroutines end. */
  @AfterEach
  void drain() {
    assertEquals(3, numbers.receiveOr(0) + numbers.receiveOr(0));
  }

  private void sendBoth() {
    Go.go(() -> numbers.send(1));
    Go.go(() -> numbers.send(2));
  }

  @ExploreTest(exhaustive = true)
  void allOfThem() {
    assertEquals(List.of("all", "trait", "parent", "own"), CALLS);
    sendBoth();
  }

  @ExploreTest(exhaustive = true)
  void assumption() {
    sendBoth();
    assumeTrue(CALLS.isEmpty());
    throw new IllegalStateException("not reached");
  }

  /** A test of the usual kind beside them is run as ever, with what JUnit calls around it. */
  @Test
  void once() throws Exception {
    sendBoth();
  }

  /** Classes within. */
  @Nested
  class Inner {
    @BeforeEach
    void inner() {
      CALLS.add("inner");
    }

    @ExploreTest(exhaustive = true)
    void innermostComesLast() {
      assertEquals(List.of("all", "trait", "parent", "own", "inner"), CALLS);
      sendBoth();
    }

    /** And within. */
    @Nested
    class Innermost {
      @ExploreTest(exhaustive = true)
      void seesAll() {
        assertEquals(5, CALLS.size());
        sendBoth();
      }
    }
  }

  /** What fails afterwards does not hide what failed before. */
  public static final class Failing {
    @AfterEach
    void after() {
      throw new IllegalStateException("after the test");
    }

    @ExploreTest
    void fails() {
      throw new IllegalStateException("in the test");
    }
  }
}

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class Tests {
  private Object fixture;

  @BeforeAll
  static void once() {}

  @BeforeEach
  void setUp() {
    fixture = new Object();
  }

  @AfterEach
  void tearDown() {}

  @Test
  void works() {}

  @Nested
  class Inside {
    @ParameterizedTest
    void counts(int number, String text) {}
  }
}

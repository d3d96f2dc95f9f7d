import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;

class Resources {
  int read(Closeable given) throws IOException {
    try (given;
        StringReader made = new StringReader("x")) {
      return made.read();
    } catch (IllegalStateException e) {
      return 0;
    }
  }
}

package template_shared;

import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Renders pages from one parsed template; nodes keep what they last rendered. */
public final class Fixed {

  sealed interface Node permits Text, Field, Block {}

  record Text(String value) implements Node {}

  record Field(String name) implements Node {}

  record Block(List<Node> children, StringBuilder scratch) implements Node {}

  static final class Renderer {
    private final Node root;

    Renderer(Node root) {
      this.root = root;
    }

    String render(Map<String, String> values) {
      return render(root, values);
    }

    private String render(Node node, Map<String, String> values) {
      return switch (node) {
        case Text(String value) -> value;
        case Field(String name) -> values.getOrDefault(name, "?");
        case Block(List<Node> children, StringBuilder shared) -> {
          StringBuilder scratch = new StringBuilder();
          for (Node child : children) {
            scratch.append(render(child, values));
          }
          yield scratch.toString();
        }
      };
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Node page = new Block(List.of(new Text("hi "), new Field("name")), new StringBuilder());
          Renderer renderer = new Renderer(page);
          CountDownLatch done = new CountDownLatch(2);
          for (String name : List.of("ada", "bob")) {
            go(
                () -> {
                  try {
                    renderer.render(Map.of("name", name));
                  } finally {
                    done.countDown();
                  }
                });
          }
          done.await();
        });
  }
}

package dev.chanlint.analyzer.trust;

import dev.chanlint.analyzer.trust.Skeleton.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program as Java: each operation on a line of its own.
 *
 * @param text the source file
 * @param lines of each operation of each goroutine
 * @param spawns the line on which each goroutine is started; 0 for main
 */
record Source(String text, List<List<Integer>> lines, List<Integer> spawns) {

  static Source of(Skeleton skeleton, String className) {
    return new Printer(skeleton).print(className);
  }

  private static final class Printer {

    private final Skeleton skeleton;
    private final List<String> text = new ArrayList<>();
    private final List<List<Integer>> lines = new ArrayList<>();
    private final List<Integer> spawns = new ArrayList<>(List.of(0));

    Printer(Skeleton skeleton) {
      this.skeleton = skeleton;
    }

    Source print(String className) {
      text.add("import dev.chanlint.runtime.*;");
      text.add("");
      text.add("final class " + className + " {");
      text.add("  public static void main(String[] args) {");
      text.add("    Go.run(() -> {");
      declare();
      for (List<Op> body : skeleton.bodies().subList(1, skeleton.bodies().size())) {
        text.add("      Go.go(() -> {");
        spawns.add(text.size());
        lines.add(print(body, "        "));
        text.add("      });");
      }
      lines.addFirst(print(skeleton.bodies().getFirst(), "      "));
      text.add("    });");
      text.add("  }");
      text.add("}");
      return new Source(String.join("\n", text) + "\n", lines, spawns);
    }

    private void declare() {
      for (int i = 0; i < skeleton.capacities().size(); i++) {
        text.add(
            "      Chan<Integer> chan%d = Chan.make(%d);"
                .formatted(i, skeleton.capacities().get(i)));
      }
      for (int i = 0; i < skeleton.mutexes(); i++) {
        text.add("      Mutex mutex%d = new Mutex();".formatted(i));
      }
      text.add("      WaitGroup group = new WaitGroup();");
      if (skeleton.count() > 0) {
        text.add("      group.add(%d);".formatted(skeleton.count()));
      }
    }

    private List<Integer> print(List<Op> body, String indent) {
      List<Integer> own = new ArrayList<>();
      for (Op op : body) {
        text.add(indent + words(op) + ";");
        own.add(text.size());
      }
      return own;
    }

    private static String words(Op op) {
      return switch (op) {
        case Op.Send(int channel) -> "chan" + channel + ".send(1)";
        case Op.Receive(int channel) -> "chan" + channel + ".receive()";
        case Op.Close(int channel) -> "chan" + channel + ".close()";
        case Op.Pick(List<Integer> channels, boolean otherwise) ->
            channels.stream()
                .map(channel -> "Select.onReceive(chan" + channel + ")")
                .collect(
                    Collectors.joining(
                        ", ", "Select.select(", otherwise ? ", Select.onDefault())" : ")"));
        case Op.Lock(int mutex) -> "mutex" + mutex + ".lock()";
        case Op.Unlock(int mutex) -> "mutex" + mutex + ".unlock()";
        case Op.Done() -> "group.done()";
        case Op.Await() -> "group.await()";
      };
    }
  }
}

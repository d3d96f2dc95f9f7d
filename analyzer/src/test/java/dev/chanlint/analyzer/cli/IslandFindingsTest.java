package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Fault;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Level;
import dev.chanlint.rules.Rule;
import dev.chanlint.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in an island is found once. */
class IslandFindingsTest {

  private static final String LEAK =
      """
      import dev.chanlint.runtime.*;

      final class %s {
        public static void main(String[] args) {
          Go.run(
              () -> {
                Chan<Integer> numbers = Chan.make();
                Go.go(() -> numbers.send(1));%s
              });
        }
      }
      """;

  @TempDir private Path folder = Path.of("");
  private final List<Set<String>> modelled = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    write("One", "");
    write("Two", "");
  }

  private void write(String name, String more) throws IOException {
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(folder.resolve("src/" + name + ".java"), LEAK.formatted(name, more));
  }

  private List<Finding> found(Store store) {
    Rule rule =
        Rules.all().stream().filter(one -> one.id().equals("leak-send")).findFirst().orElseThrow();
    List<Loaded> programs =
        new Installed()
            .load(List.of(folder.resolve("src").toString()), List.of(), List.of(), Store.none());
    return programs.stream()
        .flatMap(
            loaded ->
                new IslandFindings(List.of(new Watched(rule, modelled)), store).in(loaded).stream())
        .toList();
  }

  private Store store() {
    return Store.in(folder.resolve("store"));
  }

  @Test
  void theSameAgainIsNotModelled() {
    List<Finding> first = found(store());

    assertThat(first).hasSize(2);
    assertThat(found(store())).isEqualTo(first);
    assertThat(modelled).containsExactly(Set.of("One", "Two"));
  }

  @Test
  void whatHasChangedIsModelledAlone() throws IOException {
    found(store());
    write("Two", "numbers.receive();");

    assertThat(found(store())).isEqualTo(found(Store.none())).hasSize(1);
    assertThat(modelled).containsExactly(Set.of("One", "Two"), Set.of("Two"), Set.of("One", "Two"));
  }

  /** A rule that tells which classes it was shown. */
  private record Watched(Rule rule, List<Set<String>> modelled) implements Rule {
    @Override
    public String id() {
      return rule.id();
    }

    @Override
    public Category category() {
      return rule.category();
    }

    @Override
    public Level level() {
      return rule.level();
    }

    @Override
    public Set<Fault> confirmedBy() {
      return rule.confirmedBy();
    }

    @Override
    public List<Finding> check(ProgramModel model) {
      Set<String> classes = new TreeSet<>();
      model.program().functions().values().stream()
          .map(function -> function.at().file())
          .map(file -> file.substring(file.lastIndexOf('/') + 1).replace(".java", ""))
          .forEach(classes::add);
      modelled.add(classes);
      return rule.check(model);
    }
  }
}

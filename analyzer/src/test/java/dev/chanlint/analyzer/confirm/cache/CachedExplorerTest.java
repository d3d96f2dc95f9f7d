package dev.chanlint.analyzer.confirm.cache;

import static dev.chanlint.analyzer.confirm.Fixtures.blocked;
import static dev.chanlint.analyzer.confirm.Fixtures.exhausted;
import static dev.chanlint.analyzer.confirm.Fixtures.failure;
import static dev.chanlint.analyzer.confirm.Fixtures.site;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.confirm.Effort;
import dev.chanlint.analyzer.confirm.Goal;
import dev.chanlint.analyzer.confirm.Request;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was explored is not explored again, unless something that it rests on has changed. */
class CachedExplorerTest {

  private static final Exploration EXPLORED =
      exhausted(Set.of(site(10)), failure(Fault.LEAK, List.of(blocked(2, "chan send", 10))))
          .withLookups(Set.of("app/Jobs.class", "app/Missing.class"));

  private static final Request REQUEST = request(Duration.ofSeconds(1));

  @TempDir private Path folder;

  private final List<Request> asked = new ArrayList<>();
  private Exploration answer = EXPLORED;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("classes/app"));
    write("Jobs", "one");
    write("Unrelated", "one");
  }

  private void write(String type, String content) throws IOException {
    Files.writeString(folder.resolve("classes/app/" + type + ".class"), content);
  }

  /** As another process would that begins now. */
  private Exploration explore(Request request) throws InterruptedException {
    return new CachedExplorer(
            one -> {
              asked.add(one);
              return answer;
            },
            new ExplorationStore(Store.in(folder.resolve("store"))),
            List.of(folder.resolve("classes")),
            List.of())
        .explore(request);
  }

  private static Request request(Duration time) {
    return new Request("app.Jobs", new Effort(Strategy.dpor(), time, 100), Goal.NONE, List.of());
  }

  @Test
  void theSameIsAnsweredFromWhatIsKnown() throws InterruptedException {
    assertThat(explore(REQUEST)).isEqualTo(EXPLORED);
    assertThat(explore(REQUEST)).isEqualTo(EXPLORED);

    assertThat(asked).hasSize(1);
  }

  @Test
  void aChangeOffThePathKeepsIt() throws Exception {
    explore(REQUEST);
    write("Unrelated", "two");
    explore(REQUEST);

    assertThat(asked).hasSize(1);
  }

  @Test
  void aChangeOnThePathDoesNot() throws Exception {
    explore(REQUEST);
    write("Jobs", "two");
    explore(REQUEST);

    assertThat(asked).hasSize(2);
  }

  @Test
  void aClassThatWasMissedAndIsThereNowDoesNot() throws Exception {
    explore(REQUEST);
    write("Missing", "one");
    explore(REQUEST);

    assertThat(asked).hasSize(2);
  }

  @Test
  void anotherBudgetIsAnotherQuestion() throws InterruptedException {
    explore(REQUEST);
    explore(request(Duration.ofSeconds(2)));

    assertThat(asked).hasSize(2);
  }

  @Test
  void whatADeadWorkerLeftIsNotKept() throws InterruptedException {
    answer = EXPLORED.withLookups(Set.of());
    explore(REQUEST);
    explore(REQUEST);

    assertThat(asked).hasSize(2);
  }

  @Test
  void aDamagedFileIsAsIfThereWereNone() throws Exception {
    explore(REQUEST);
    try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
      }
    }
    assertThat(explore(REQUEST)).isEqualTo(EXPLORED);

    assertThat(asked).hasSize(2);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoMatter() throws Exception {
    Files.writeString(folder.resolve("store"), "a file");

    assertThat(explore(REQUEST)).isEqualTo(EXPLORED);
  }
}

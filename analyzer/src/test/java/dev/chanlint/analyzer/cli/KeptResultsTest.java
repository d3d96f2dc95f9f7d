package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.config.Settings;
import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.analyzer.report.Result;
import dev.chanlint.explorer.Exploration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in which nothing has changed is neither read nor run, and the same is said of it. */
class KeptResultsTest {

  private static final String LEAK =
      """
      import dev.chanlint.runtime.Chan;
      import dev.chanlint.runtime.Go;

      final class Jobs {
        public static void main(String[] args) {
          Go.run(
              () -> {
                Chan<Integer> numbers = Chan.make();
                Go.go(() -> numbers.send(1));%s
                int unused = 0; // chanlint:ignore close-twice -- never was one
              });
        }
      }
      """;

  @TempDir private Path folder = Path.of("");
  private final List<String> done = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    write("");
  }

  private void write(String more) throws IOException {
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(folder.resolve("src/Jobs.java"), LEAK.formatted(more));
  }

  /** As another process would that begins now; an exploration is what the worker makes of it. */
  private List<String> check(String setting, Worker worker) {
    Installed installed = new Installed();
    List<Loaded> programs =
        installed
            .load(List.of(folder.resolve("src").toString()), List.of(), List.of(), Store.none())
            .stream()
            .map(this::watched)
            .toList();
    Analysis analysis =
        new Analysis(
            new Watched(worker, done),
            progress -> {},
            Settings.NONE,
            new Selection(folder, List.of(), List.of(), Optional.empty()),
            Baseline.EMPTY,
            Shard.WHOLE,
            new SandboxOptions(List.of(), false),
            Store.none(),
            new KeptResults(Store.in(folder.resolve("store")), List.of(setting)));
    List<String> told = new ArrayList<>();
    List<Result> results = analysis.of(programs, result -> told.add(text(result))).results();
    assertThat(results).extracting(KeptResultsTest::text).containsAll(told);
    return results.stream().map(KeptResultsTest::text).toList();
  }

  private Loaded watched(Loaded loaded) {
    return Loaded.whole(
        loaded.paths(),
        () -> {
          done.add("read");
          return loaded.program();
        },
        loaded.built(),
        loaded.files(),
        loaded.islands(),
        loaded.key());
  }

  private static String text(Result result) {
    return result.finding() + " " + result.verdict() + " " + result.severity();
  }

  /** What becomes of an exploration. */
  private interface Worker {
    Exploration answer(Exploration exploration);
  }

  /** Services as installed, whose explorations are noted. */
  private record Watched(Worker worker, List<String> done) implements Services {

    private static final Installed INSTALLED = new Installed();

    @Override
    public List<Loaded> load(
        List<String> paths, List<Path> classes, List<Path> classpath, Store clean) {
      return INSTALLED.load(paths, classes, classpath, clean);
    }

    @Override
    public Opened open(List<String> paths, List<Path> classpath, Store clean) {
      return INSTALLED.open(paths, classpath, clean);
    }

    @Override
    public List<Compiled> compile(List<String> paths, List<Path> classes, List<Path> classpath) {
      return INSTALLED.compile(paths, classes, classpath);
    }

    @Override
    public List<dev.chanlint.rules.Rule> rules() {
      return INSTALLED.rules();
    }

    @Override
    public dev.chanlint.analyzer.report.RuleInfo describe(dev.chanlint.rules.Rule rule) {
      return INSTALLED.describe(rule);
    }

    @Override
    public Sandbox sandbox(SandboxOptions options) {
      Sandbox sandbox = INSTALLED.sandbox(options);
      return new Sandbox() {
        @Override
        public EntryExplorer explorer(List<Path> classpath) {
          EntryExplorer explorer = sandbox.explorer(classpath);
          return request -> {
            done.add("explored");
            return worker.answer(explorer.explore(request));
          };
        }

        @Override
        public Exploration explore(
            List<Path> classpath, String entry, dev.chanlint.explorer.Worker.Budget budget) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Exploration replay(
            List<Path> classpath, String entry, dev.chanlint.explorer.Schedule schedule) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
          sandbox.close();
        }
      };
    }
  }

  private List<String> check() {
    return check("as it is", exploration -> exploration);
  }

  @Test
  void theSameAgainIsNeitherReadNorRun() {
    List<String> first = check();
    assertThat(done).containsOnlyOnce("read").contains("explored");
    done.clear();

    assertThat(check()).isEqualTo(first).hasSize(2);
    assertThat(done).isEmpty();
  }

  @Test
  void whatHasChangedIsReadAndRun() throws IOException {
    List<String> first = check();
    done.clear();
    write("numbers.receive();");

    assertThat(check()).isNotEqualTo(first);
    assertThat(done).contains("read");
  }

  @Test
  void anotherSettingIsAnotherQuestion() {
    check();
    done.clear();

    check("otherwise", exploration -> exploration);

    assertThat(done).contains("read", "explored");
  }

  @Test
  void whatAWorkerThatDiedSaidIsNotKept() {
    check("as it is", exploration -> exploration.withLookups(Set.of()));
    done.clear();

    check();

    assertThat(done).contains("read", "explored");
  }
}

package dev.chanlint.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The path of a new user, {@code docs/start.md}, gone from beginning to end: its files are written,
 * its commands are run and print what it shows. {@code -Dgolden.update=true} takes the picture of
 * the report anew, and writes what the commands print to {@code target/user/printed.txt}.
 */
class FreshUserIT {

  private static final String USERS_FOLDER = "/home/you/orders";
  private static final String USERS_REPOSITORY = "/home/you/.m2/repository";
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final Path PICTURE = Path.of("docs/images/report.png");

  private final Path folder = property("chanlint.user.folder");
  private final Path project = folder.resolve("orders");

  private static Path property(String name) {
    return Path.of(Objects.requireNonNull(System.getProperty(name), name)).normalize();
  }

  @Test
  void goesAsItIsWritten() throws IOException, InterruptedException {
    setUp();
    for (Snippet snippet : Snippet.of(page())) {
      Optional<String> file = snippet.remark("file");
      if (file.isPresent()) {
        write(project.resolve(file.get()), snippet.code());
      } else if (snippet.isSession()) {
        run(snippet);
      }
    }
    assertThatTheReportCanBeOpened();
  }

  /** A machine with the command of the distribution, and with a Maven that finds the plugin. */
  private void setUp() throws IOException, InterruptedException {
    try (Stream<Path> left = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      left.sorted(Comparator.reverseOrder()).forEach(FreshUserIT::delete);
    }
    Files.createDirectories(project);
    String archive = property("chanlint.user.archive").toString();
    Printed.by(folder, Map.of(), List.of("tar", "-xzf", archive, "--strip-components=1"))
        .assertIs("");
    String settings = Files.readString(Path.of("maven-plugin/src/it/settings.xml"));
    String url = property("chanlint.user.other.repository").toUri().toString();
    write(folder.resolve("settings.xml"), settings.replace("@localRepositoryUrl@", url));
    write(
        folder.resolve("bin/mvn"),
        """
        #!/bin/sh
        PATH="${PATH#*:}" exec mvn -B -s %s -Dmaven.repo.local=%s "$@"
        """
            .formatted(folder.resolve("settings.xml"), property("chanlint.user.repository")));
    assertThat(folder.resolve("bin/mvn").toFile().setExecutable(true)).isTrue();
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> environment() {
    return Map.of(
        "PATH",
        folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"),
        "JAVA_HOME",
        Objects.requireNonNull(System.getProperty("java.home")),
        "XDG_CACHE_HOME",
        folder.resolve("cache").toString(),
        // Maven's own libraries are older than the JDK; what runs so shortly is not worth C2.
        "MAVEN_OPTS",
        "--sun-misc-unsafe-memory-access=allow -XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "NO_COLOR",
        "1");
  }

  private static dev.chanlint.site.Page page() throws IOException {
    return Objects.requireNonNull(Site.read(Path.of("")).pages().get(Path.of("docs/start.md")));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private void run(Snippet session) throws IOException, InterruptedException {
    for (Snippet.Command command : session.commands()) {
      String program = command.line().split(" ", 2)[0];
      if (!sh("command -v " + program).text().contains(program)) {
        System.out.println(session + ": left out, for there is no " + program);
        return;
      }
    }
    for (Snippet.Command command : session.commands()) {
      String text =
          sh(command.line())
              .text()
              .replace(project.toString(), USERS_FOLDER)
              .replace(property("chanlint.user.repository").toString(), USERS_REPOSITORY);
      if (UPDATE) {
        Files.writeString(
            folder.resolve("printed.txt"),
            "$ " + command.line() + "\n" + text,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } else {
        new Printed(text).assertIs(command.output());
      }
    }
  }

  private Printed sh(String line) throws IOException, InterruptedException {
    return Printed.by(project, environment(), List.of("sh", "-c", line));
  }

  private void assertThatTheReportCanBeOpened() {
    Optional<Chromium> found = Chromium.launch();
    if (found.isEmpty()) {
      return;
    }
    try (Chromium chromium = found.get();
        Page report = chromium.browser().newPage()) {
      report.setViewportSize(1320, 1000);
      report.navigate(project.resolve("target/report.html").toUri().toString());
      Locator witness = report.locator("details.witness");
      witness.locator("summary").click();
      witness.locator(".step").nth(2).click();

      assertThat(report.locator("article .verdict").allTextContents()).containsExactly("CONFIRMED");
      assertThat(witness.locator(".source li.now").textContent()).contains("prices.receive");
      if (UPDATE) {
        picture(report);
      }
    }
  }

  private void picture(Page report) {
    report.evaluate(
        """
        ([from, to, repository, usersRepository]) => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            text.data = text.data.replaceAll(from, to).replaceAll(repository, usersRepository);
          }
        }
        """,
        List.of(
            project.toString(),
            USERS_FOLDER,
            property("chanlint.user.repository").toString(),
            USERS_REPOSITORY));
    report.screenshot(new Page.ScreenshotOptions().setPath(PICTURE).setFullPage(false));
  }
}

package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written stays where the user named it, whatever links a project has. */
class TextFilesTest {

  @TempDir private Path folder = Path.of("");

  private Path secret = Path.of("");

  @BeforeEach
  void writeWhatIsNotToBeTouched() throws IOException {
    secret = Files.writeString(folder.resolve("secret"), "untouched");
  }

  @Test
  void makesTheFolder() throws IOException {
    Path file = folder.resolve("a/b/report.txt");
    TextFiles.write(file, "one");
    TextFiles.write(file, "two");

    assertThat(file).content().isEqualTo("two");
  }

  @Test
  void aLinkInPlaceOfTheFileIsReplaced() throws IOException {
    Path file = Files.createSymbolicLink(folder.resolve("report.txt"), secret);

    TextFiles.write(file, "report");

    assertThat(secret).content().isEqualTo("untouched");
    assertThat(file).isRegularFile().content().isEqualTo("report");
    assertThat(Files.isSymbolicLink(file)).isFalse();
  }

  @Test
  void aFolderOfTheProjectThatLeadsOutOfItIsRefused() throws IOException {
    Path project = Files.createDirectory(folder.resolve("project"));
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.createSymbolicLink(project.resolve("target"), outside);

    assertThatThrownBy(() -> TextFiles.requireInside(project, project.resolve("target/chanlint")))
        .isInstanceOf(IOException.class)
        .hasMessage(project.resolve("target") + " leads out of " + project);
  }

  @Test
  void aFolderThatIsNamedOutsideTheProjectIsTheUsersChoice() throws IOException {
    Path project = Files.createDirectory(folder.resolve("project"));
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), outside);

    TextFiles.requireInside(project, link);
    TextFiles.requireInside(link, link.resolve("new"));
  }

  @Test
  void whatCannotBeWrittenIsToldInOneLine() {
    assertThatThrownBy(() -> TextFiles.write(folder, "report"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(folder + ": cannot be written: ");
  }
}

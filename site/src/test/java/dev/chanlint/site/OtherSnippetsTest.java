package dev.chanlint.site;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.chanlint.analyzer.cli.Chanlint;
import dev.chanlint.analyzer.config.ConfigException;
import dev.chanlint.analyzer.config.ConfigFile;
import dev.chanlint.rules.Rule;
import dev.chanlint.rules.Rules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the pages show that is not Java is understood by what reads it. */
class OtherSnippetsTest {

  private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\./)?chanlint ([^#\n]+)");
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+");
  private static final Pattern PARAMETER = Pattern.compile("-Dchanlint\\.(\\w+)");
  private static final Path DESCRIPTOR =
      Path.of("maven-plugin/target/classes/META-INF/maven/plugin.xml");

  @TempDir private Path folder = Path.of("");

  private static Stream<Snippet> snippets(String language) throws IOException {
    return Site.read(Path.of("")).pages().values().stream()
        .flatMap(page -> Snippet.of(page).stream())
        .filter(snippet -> snippet.language().equals(language));
  }

  static Stream<Snippet> toml() throws IOException {
    return snippets("toml");
  }

  static Stream<Snippet> xml() throws IOException {
    return snippets("xml");
  }

  static Stream<Snippet> editors() throws IOException {
    return Stream.concat(snippets("lua"), snippets("elisp"));
  }

  static Stream<Arguments> commands() throws IOException {
    return snippets("sh")
        .flatMap(
            snippet ->
                COMMAND
                    .matcher(snippet.code())
                    .results()
                    .map(command -> arguments(snippet, command.group(1))));
  }

  @ParameterizedTest
  @MethodSource("toml")
  void aConfigurationCanBeRead(Snippet snippet) throws IOException, ConfigException {
    Path file = Files.writeString(folder.resolve(ConfigFile.NAME), snippet.code());

    assertThat(ConfigFile.read(file, Rules.all().stream().map(Rule::id).toList())).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandLineHasWordsThatThereAre(Snippet snippet, String line) {
    String[] words = WORD.matcher(line).results().map(MatchResult::group).toArray(String[]::new);

    assertThat(new CommandLine(Chanlint.specification()).parseArgs(words).errors()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("editors")
  void anEditorIsSetUpAsItIsTried(Snippet snippet) throws IOException {
    assertThat(Files.readString(Path.of(snippet.remark("from").orElseThrow())))
        .contains(snippet.code());
  }

  @ParameterizedTest
  @MethodSource("xml")
  void markupIsWellFormedAndSetsParametersThatThereAre(Snippet snippet) throws Exception {
    DocumentBuilder parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
    parser.parse(new ByteArrayInputStream(snippet.code().getBytes(StandardCharsets.UTF_8)));

    Document document = Jsoup.parse(snippet.code(), "", Parser.xmlParser());
    for (Element plugin : document.select("plugin")) {
      if (plugin.select("> artifactId").text().equals("chanlint-maven-plugin")) {
        assertThat(descriptor().select("mojo > goal").eachText())
            .containsAll(plugin.select("goal").eachText());
        assertThat(parameters())
            .containsAll(
                plugin.select("configuration > *").stream().map(Element::tagName).toList());
      }
    }
  }

  /** Those in the running text and in commands too. */
  @Test
  void everyPropertyOfThePluginIsOne() throws IOException {
    Set<String> named =
        Stream.of(Path.of("README.md"), Path.of("docs/maven.md"), Path.of("docs/start.md"))
            .flatMap(page -> PARAMETER.matcher(text(page)).results())
            .map(property -> property.group(1))
            .filter(name -> !name.equals("NAME"))
            .collect(toSet());
    Set<String> properties =
        descriptor().select("configuration > *").stream()
            .flatMap(
                one -> Pattern.compile("\\$\\{chanlint\\.(\\w+)}").matcher(one.text()).results())
            .map(property -> property.group(1))
            .collect(toSet());

    assertThat(named).isNotEmpty();
    assertThat(properties).containsAll(named);
  }

  private static List<String> parameters() throws IOException {
    return descriptor().select("parameter > name").eachText();
  }

  private static Document descriptor() throws IOException {
    return Jsoup.parse(Files.readString(DESCRIPTOR), "", Parser.xmlParser());
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

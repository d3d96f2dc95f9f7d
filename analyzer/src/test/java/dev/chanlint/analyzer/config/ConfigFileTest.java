package dev.chanlint.analyzer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.chanlint.analyzer.report.FailOn;
import dev.chanlint.analyzer.report.Json;
import dev.chanlint.analyzer.report.Output;
import dev.chanlint.rules.Level;
import dev.chanlint.rules.Rule;
import dev.chanlint.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tomlj.Toml;

/**
 * The files in {@code src/test/resources/config}: the reader takes those in {@code good}, and says
 * of each in {@code bad} what its first line has behind {@code #! }. The published schema agrees,
 * but for what begins {@code #? }, which a schema cannot tell.
 */
class ConfigFileTest {

  private static final Path FILES = Path.of("src/test/resources/config");
  private static final Path SCHEMA = Path.of("../docs/schema/chanlint-toml.schema.json");
  private static final Path REFERENCE = Path.of("../docs/configuration.md");
  private static final List<String> RULES = Rules.all().stream().map(Rule::id).toList();

  @TempDir private Path folder = Path.of("");

  static List<Path> good() throws IOException {
    return files("good");
  }

  static List<Path> bad() throws IOException {
    return files("bad");
  }

  private static List<Path> files(String kind) throws IOException {
    try (Stream<Path> files = Files.list(FILES.resolve(kind))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("good")
  void takesWhatIsRight(Path file) throws Exception {
    ConfigFile.read(file, RULES);
    assertThat(complaintsOfSchema(file)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void saysWhatIsWrongAndWhere(Path file) throws IOException {
    String first = Files.readAllLines(file).getFirst();

    assertThatThrownBy(() -> ConfigFile.read(file, RULES))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file + ":" + first.substring(3));
    if (first.startsWith("#! ")) {
      assertThat(complaintsOfSchema(file)).isNotEmpty();
    }
  }

  private static List<?> complaintsOfSchema(Path file) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    return schema.validate(Toml.parse(file).toJson(), InputFormat.JSON);
  }

  @Test
  void thePublishedSchemaIsThatOfTheKeys() throws IOException {
    String schema = Json.pretty(ConfigSchema.of(RULES));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(SCHEMA, schema);
    }
    assertThat(new ObjectMapper().readTree(Files.readString(SCHEMA)))
        .isEqualTo(new ObjectMapper().readTree(schema));
  }

  @Test
  void readsEveryKey() throws Exception {
    Settings settings = ConfigFile.read(FILES.resolve("good/every-key.toml"), RULES);
    Path base = FILES.resolve("good").toAbsolutePath();

    assertThat(settings.keys()).containsExactlyInAnyOrderElementsOf(Key.all());
    assertThat(settings.get(Key.FAIL_ON)).isEqualTo(FailOn.UNDECIDED);
    assertThat(settings.get(Key.MIN_LEVEL)).isEqualTo(Level.WARNING);
    assertThat(settings.get(Key.FORMAT))
        .containsExactly(
            Output.DEFAULT,
            new Output(
                Output.Format.SARIF,
                Optional.of(base.resolve("target/chanlint.sarif").toString())));
    assertThat(settings.get(Key.RULE))
        .isEqualTo(Map.of("misuse-spin", RuleSetting.OFF, "leak-send", RuleSetting.WARNING));
    assertThat(settings.get(Key.EXCLUDE)).containsExactly("**/generated/**");
    assertThat(settings.get(Key.BASELINE)).contains(base.resolve("known.json").toString());
    assertThat(settings.get(Key.BUDGET)).isEqualTo(amount(Duration.ofSeconds(30), 100_000));
    assertThat(settings.get(Key.FINDING_BUDGET))
        .isEqualTo(new Amount(Optional.of(Duration.ofMinutes(1)), OptionalLong.empty()));
    assertThat(settings.get(Key.TOTAL_BUDGET))
        .isEqualTo(new Amount(Optional.empty(), OptionalLong.of(5000)));
    assertThat(settings.get(Key.ALLOW))
        .containsExactly("net", "write:" + base + "/target/**", "write:/var/tmp/x");
    assertThat(settings.get(Key.JOBS)).isEqualTo(4);
    assertThat(settings.get(Key.SHOW_REFUTED)).isTrue();
  }

  private static Amount amount(Duration time, long executions) {
    return new Amount(Optional.of(time), OptionalLong.of(executions));
  }

  @Test
  void theNameOfTheFolderIsNoPattern() throws Exception {
    Path odd = Files.createDirectory(folder.resolve("odd [x] {y}"));
    Path file = Files.writeString(odd.resolve("chanlint.toml"), "allow = [\"write:out/*\"]");

    String glob = ConfigFile.read(file, RULES).get(Key.ALLOW).getFirst().substring(6);

    PathMatcher matcher = odd.getFileSystem().getPathMatcher("glob:" + glob);
    assertThat(matcher.matches(odd.resolve("out/log"))).isTrue();
    assertThat(matcher.matches(folder.resolve("odd x y/out/log"))).isFalse();
  }

  @Test
  void whatIsNotSetHasItsStandardValue() throws Exception {
    Settings settings = ConfigFile.read(FILES.resolve("good/empty.toml"), RULES);

    for (Key<?> key : Key.all()) {
      assertThat((Object) settings.get(key)).isEqualTo(key.standard());
    }
  }

  @Test
  void flagsCountMoreAndRulesAreJoined() {
    Settings file =
        Settings.NONE
            .with(Key.JOBS, 2)
            .with(Key.MIN_LEVEL, Level.ERROR)
            .with(Key.RULE, Map.of("leak-send", RuleSetting.OFF, "close-twice", RuleSetting.NOTE));
    Settings flags =
        Settings.NONE.with(Key.JOBS, 8).with(Key.RULE, Map.of("leak-send", RuleSetting.ERROR));

    Settings both = flags.over(file);
    assertThat(both.get(Key.JOBS)).isEqualTo(8);
    assertThat(both.get(Key.MIN_LEVEL)).isEqualTo(Level.ERROR);
    assertThat(both.get(Key.RULE))
        .isEqualTo(Map.of("leak-send", RuleSetting.ERROR, "close-twice", RuleSetting.NOTE));
  }

  @Test
  void theReferenceHasEveryKey() throws IOException {
    String reference = Files.readString(REFERENCE);
    if (Boolean.getBoolean("golden.update")) {
      reference = reference.replaceFirst("(?m)(^\\| `.*\n)+|^@KEYS@\n", rows());
      Files.writeString(REFERENCE, reference);
    }
    assertThat(reference).contains("| --- | --- | --- |\n" + rows() + "\n");
  }

  private static String rows() {
    return Key.all().stream()
        .map(
            key ->
                "| `%s` | %s | %s |\n"
                    .formatted(
                        key.name(),
                        key.words().isEmpty()
                            ? key.shape().words()
                            : key.words().stream().collect(Collectors.joining("`, `", "`", "`")),
                        key.description()))
        .collect(Collectors.joining());
  }

  @Test
  void isFoundUpward() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("a/b/c"));
    Path file = Files.createFile(folder.resolve("a").resolve(ConfigFile.NAME));

    assertThat(ConfigFile.find(deep.resolve("Gone.java"))).contains(file.toAbsolutePath());
    assertThat(ConfigFile.find(folder)).isEmpty();
  }

  @Test
  void theTemplateSetsNothingAndItsExamplesAreRight() throws Exception {
    Path template = folder.resolve("template.toml");
    Files.writeString(template, ConfigTemplate.text());
    assertThat(ConfigFile.read(template, RULES).keys()).isEmpty();

    Files.writeString(template, ConfigTemplate.text().replaceAll("(?m)^# ([a-z-]+ = )", "$1"));
    assertThat(ConfigFile.read(template, RULES).keys())
        .containsExactlyInAnyOrderElementsOf(Key.all());
  }

  @Test
  void noFileAndNoText() {
    Path gone = folder.resolve("gone.toml");
    assertThatThrownBy(() -> ConfigFile.read(gone, RULES))
        .hasMessageStartingWith(gone + ": cannot be read: ");
    Path binary = folder.resolve("binary.toml");
    assertThatThrownBy(
            () -> {
              Files.write(binary, new byte[] {'a', (byte) 0xff});
              ConfigFile.read(binary, RULES);
            })
        .hasMessage(binary + ": is not UTF-8");
  }
}

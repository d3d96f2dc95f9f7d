package dev.chanlint.analyzer;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The arrows of the architecture: sources, model, rules, findings, confirmation, reports. Each room
 * knows what comes before it as far as it is handed on, and nothing of what comes after.
 */
@AnalyzeClasses(packages = "dev.chanlint", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String RUNTIME = "dev.chanlint.runtime..";
  private static final String EXPLORER = "dev.chanlint.explorer..";
  private static final String[] EXPLORER_API = {
    "dev.chanlint.explorer", "dev.chanlint.explorer.witness"
  };
  private static final String CODE = "dev.chanlint.model.code..";
  private static final String MODEL = "dev.chanlint.model..";
  private static final String RULES = "dev.chanlint.rules..";
  private static final String ANALYZER = "dev.chanlint.analyzer..";
  private static final String CACHE = "dev.chanlint.analyzer.cache..";
  private static final String PROJECT = "dev.chanlint.analyzer.project..";
  private static final String FRONT = "dev.chanlint.analyzer.front..";
  private static final String CONFIRM = "dev.chanlint.analyzer.confirm..";
  private static final String CONFIG = "dev.chanlint.analyzer.config..";
  private static final String REPORT = "dev.chanlint.analyzer.report..";
  private static final String LSP = "dev.chanlint.analyzer.lsp..";
  private static final String CLI = "dev.chanlint.analyzer.cli..";

  /** The module jdk.unsupported exports {@code sun.misc} to everybody; the rest is internal. */
  private static final DescribedPredicate<JavaClass> JDK_INTERNALS =
      resideInAnyPackage("jdk.internal..", "sun..", "com.sun.tools..")
          .and(not(resideInAPackage("sun.misc..")))
          .as("are internals of the JDK");

  @ArchTest
  static final ArchRule theRuntimeKnowsNobody =
      classes()
          .that()
          .resideInAPackage(RUNTIME)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              RUNTIME,
              "java..",
              "javax.management..",
              "com.sun.management..",
              "sun.misc..",
              "org.jspecify..",
              "org.junit..",
              "jdk.jfr..");

  @ArchTest
  static final ArchRule theExplorerKnowsTheRuntimeAlone =
      noClasses()
          .that()
          .resideInAPackage(EXPLORER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MODEL, RULES, ANALYZER);

  @ArchTest
  static final ArchRule onlyTheExplorerKnowsTheInternalsOfTheJdk =
      noClasses()
          .that(not(resideInAPackage(EXPLORER)).as("live outside the explorer"))
          .should()
          .dependOnClassesThat(JDK_INTERNALS);

  @ArchTest
  static final ArchRule onlyTheFrontEndKnowsSpoonAndJdt =
      noClasses()
          .that(not(resideInAPackage(FRONT)).as("live outside the front end"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("spoon..", "org.eclipse.jdt..");

  @ArchTest
  static final ArchRule theCodeModelKnowsNobody =
      classes()
          .that()
          .resideInAPackage(CODE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(CODE, "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule theModelKnowsTheCodeAlone =
      noClasses()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(RULES, ANALYZER, EXPLORER);

  @ArchTest
  static final ArchRule rulesKnowTheModelAlone =
      noClasses()
          .that()
          .resideInAPackage(RULES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ANALYZER, EXPLORER);

  @ArchTest
  static final ArchRule theFrontEndKnowsProjectsAndTheCodeModelAlone =
      classes()
          .that()
          .resideInAPackage(FRONT)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(FRONT, PROJECT, CODE).or(not(resideInAPackage("dev.chanlint.."))));

  @ArchTest
  static final ArchRule theCacheKnowsNobody =
      classes()
          .that()
          .resideInAPackage(CACHE)
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage(CACHE).or(not(resideInAPackage("dev.chanlint.."))));

  @ArchTest
  static final ArchRule projectsKnowTheCodeModelAndTheCacheAlone =
      classes()
          .that()
          .resideInAPackage(PROJECT)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(PROJECT, CACHE, CODE, RUNTIME)
                  .or(not(resideInAPackage("dev.chanlint.."))));

  @ArchTest
  static final ArchRule confirmationKnowsNeitherTheFrontEndNorReports =
      noClasses()
          .that()
          .resideInAPackage(CONFIRM)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PROJECT, FRONT, REPORT, CONFIG, LSP, CLI);

  @ArchTest
  static final ArchRule reportsKnowNeitherTheFrontEndNorTheCommand =
      noClasses()
          .that()
          .resideInAPackage(REPORT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PROJECT, FRONT, CONFIG, LSP, CLI);

  @ArchTest
  static final ArchRule theLanguageServerKnowsWhatIsReportedAlone =
      noClasses()
          .that()
          .resideInAPackage(LSP)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PROJECT, FRONT, CONFIG, CACHE, CLI);

  @ArchTest
  static final ArchRule onlyTheLanguageServerKnowsItsProtocol =
      noClasses()
          .that(not(resideInAPackage(LSP)).as("live outside the language server"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.lsp4j..", "com.google.gson..");

  @ArchTest
  static final ArchRule settingsKnowReportsAndLevelsAlone =
      classes()
          .that()
          .resideInAPackage(CONFIG)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(CONFIG, REPORT, RULES)
                  .or(not(resideInAPackage("dev.chanlint.."))));

  @ArchTest
  static final ArchRule onlySettingsKnowToml =
      noClasses()
          .that(not(resideInAPackage(CONFIG)).as("live outside the settings"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.tomlj..");

  @ArchTest
  static final ArchRule theAnalyzerKnowsOfTheExplorerWhatItHandsOut =
      noClasses()
          .that()
          .resideInAPackage(ANALYZER)
          .should()
          .dependOnClassesThat(
              resideInAPackage(EXPLORER).and(not(resideInAnyPackage(EXPLORER_API))));

  @ArchTest
  static final ArchRule onlyTheCommandKnowsPicocli =
      noClasses()
          .that(not(resideInAPackage(CLI)).as("live outside the command"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  /** So there are no entities to resolve. That a text can be written in XML needs no parser. */
  @ArchTest
  static final ArchRule nobodyParsesXml =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "javax\\.xml\\.(parsers|transform|validation|xpath|stream\\.(XMLInput|XMLStreamReader)).*"
                  + "|org\\.(w3c|xml)\\..*");

  @ArchTest
  static final ArchRule nobodyUsesTheNetwork =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.net\\.(http\\..*|.*Socket|.*URLConnection|InetAddress|InetSocketAddress)");

  @ArchTest
  static final ArchRule theGreatPartsHaveNoCycles =
      slices().matching("dev.chanlint.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theRoomsOfTheAnalyzerHaveNoCycles =
      slices().matching("dev.chanlint.analyzer.(*)..").should().beFreeOfCycles();

  /** Their common package holds what they hand out, which all of them know. */
  @ArchTest
  static final ArchRule theRoomsOfTheExplorerHaveNoCycles =
      slices().matching("dev.chanlint.explorer.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theRoomsOfTheModelHaveNoCycles =
      slices().matching("dev.chanlint.model.(*)..").should().beFreeOfCycles();
}

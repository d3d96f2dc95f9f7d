package dev.chanlint.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chanlint.analyzer.confirm.SourceMap;
import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.GoroutineReport;
import dev.chanlint.explorer.Step;
import dev.chanlint.explorer.witness.Counts;
import dev.chanlint.explorer.witness.Goroutines;
import dev.chanlint.explorer.witness.Story;
import dev.chanlint.explorer.witness.Story.Numbered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A witness as SARIF code flows. Viewers draw the first thread flow of the first code flow only, so
 * that is the merged interleaving; the second code flow has a thread flow for each goroutine, with
 * the same execution order numbers.
 */
final class SarifFlows {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_ENDS = 10;

  private final Confirmed confirmed;
  private final SourceMap sources;
  private final SarifLocations locations;
  private final List<Stop> stops;

  SarifFlows(Confirmed confirmed, SourceMap sources, SarifLocations locations) {
    this.confirmed = confirmed;
    this.sources = sources;
    this.locations = locations;
    this.stops = stops(Story.of(confirmed.witness(), Story.MOST_STEPS - MOST_ENDS));
  }

  /** A place in the witness: a step, or how a goroutine stands in the end. */
  private record Stop(
      int goroutine, int order, boolean essential, String object, String state, ObjectNode at) {}

  private List<Stop> stops(Story story) {
    List<Stop> all = new ArrayList<>();
    for (Numbered numbered : story.steps()) {
      Step step = numbered.step();
      String words =
          words(step) + (numbered.times() == 1 ? "" : ", " + Counts.of(numbered.times(), "time"));
      locations
          .location(step.stack(), sources, "goroutine " + step.goroutine() + ": " + words)
          .map(at -> new Stop(step.goroutine(), numbered.number(), false, step.object(), words, at))
          .ifPresent(all::add);
    }
    all.addAll(ends(story.failure()));
    return all;
  }

  private List<Stop> ends(Failure failure) {
    int order = failure.witness().size() + 1;
    List<Stop> ends =
        failure.goroutines().stream()
            .filter(goroutine -> !Goroutines.isDone(goroutine))
            .flatMap(goroutine -> end(goroutine, order).stream())
            .limit(MOST_ENDS)
            .toList();
    return ends.isEmpty()
        ? locations
            .location(failure.sites(), sources, firstLine(failure.message()))
            .map(at -> new Stop(Goroutines.MAIN, order, true, "", "", at))
            .stream()
            .toList()
        : ends;
  }

  private Optional<Stop> end(GoroutineReport goroutine, int order) {
    String stands =
        goroutine.waitsOn().isEmpty()
            ? "stands here [" + goroutine.state() + "]"
            : "blocked [" + goroutine.state() + "] on " + goroutine.waitsOn();
    return locations
        .location(goroutine.stack(), sources, "goroutine " + goroutine.id() + ": " + stands)
        .map(at -> new Stop(goroutine.id(), order, true, goroutine.waitsOn(), stands, at));
  }

  private static String words(Step step) {
    return Stream.of(
            step.operation(),
            step.value(),
            step.object().isEmpty() ? "" : "on " + step.object(),
            step.partner() > 0 ? "with goroutine " + step.partner() : "",
            step.earlyTimer() ? "(early timer)" : "")
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /** Both code flows; none if no step is in the program's sources. */
  ArrayNode codeFlows() {
    ArrayNode flows = JSON.arrayNode();
    if (!stops.isEmpty()) {
      flows.add(merged());
      flows.add(perGoroutine());
    }
    return flows;
  }

  private ObjectNode merged() {
    ObjectNode flow = JSON.objectNode();
    flow.putObject("message").put("text", "replay: " + Replay.string(confirmed));
    ObjectNode thread = flow.putArray("threadFlows").addObject().put("id", "merged");
    thread.putObject("message").put("text", "all goroutines, in the order of execution");
    List<Integer> lanes = stops.stream().map(Stop::goroutine).distinct().sorted().toList();
    ArrayNode steps = thread.putArray("locations");
    stops.forEach(
        stop -> steps.add(located(stop).put("nestingLevel", lanes.indexOf(stop.goroutine()))));
    return flow;
  }

  private ObjectNode perGoroutine() {
    ObjectNode flow = JSON.objectNode();
    flow.putObject("message").put("text", "the same, a thread flow for each goroutine");
    ArrayNode threads = flow.putArray("threadFlows");
    stops.stream()
        .collect(Collectors.groupingBy(Stop::goroutine, TreeMap::new, Collectors.toList()))
        .forEach((goroutine, own) -> threads.add(thread(goroutine, own)));
    return flow;
  }

  private static ObjectNode thread(int goroutine, List<Stop> own) {
    String name = goroutine == Goroutines.MAIN ? "main" : "goroutine " + goroutine;
    ObjectNode thread = JSON.objectNode().put("id", name);
    thread.putObject("message").put("text", name);
    ArrayNode steps = thread.putArray("locations");
    for (Stop stop : own) {
      ObjectNode step = located(stop);
      if (!stop.object().isEmpty()) {
        step.putObject("state").putObject(stop.object()).put("text", stop.state());
      }
      steps.add(step);
    }
    return thread;
  }

  private static ObjectNode located(Stop stop) {
    ObjectNode step =
        JSON.objectNode()
            .put("executionOrder", stop.order())
            .put("importance", stop.essential() ? "essential" : "important");
    step.set("location", stop.at());
    return step;
  }
}

package dev.chanlint.model.search;

import dev.chanlint.model.Routine;
import dev.chanlint.model.Subject;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Variable;
import dev.chanlint.model.library.Barrier;
import dev.chanlint.model.library.Channel;
import dev.chanlint.model.library.Condition;
import dev.chanlint.model.library.Future;
import dev.chanlint.model.library.Group;
import dev.chanlint.model.library.Lock;
import dev.chanlint.model.library.OnceFacet;
import dev.chanlint.model.library.Pool;
import dev.chanlint.model.library.Semaphore;
import dev.chanlint.model.library.Stamped;
import dev.chanlint.model.library.WaitingQueue;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Machine;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of goroutines and objects what rules and readers need to know. */
final class Describer {

  private final Run run;

  Describer(Run run) {
    this.run = run;
  }

  Machine machine() {
    return run.machine();
  }

  static Routine routine(Goroutine goroutine) {
    List<Position> spawns = new ArrayList<>();
    for (Goroutine g = goroutine; g != null; g = g.spawner()) {
      Position at = g.spawnedAt();
      if (at != null) {
        spawns.addFirst(at);
      }
    }
    Function spawner = goroutine.spawnedIn();
    return new Routine(goroutine.spawnedAt(), spawner == null ? "" : spawner.name(), spawns);
  }

  Subject subject(Thing thing) {
    String name = name(thing);
    Subject.Kind kind = kind(thing);
    Channel channel = thing.facet(Channel.class);
    return new Subject(
        kind,
        name,
        description(kind, channel, name, thing),
        thing.madeAt(),
        channel != null && channel.isNil(),
        channel != null && channel.isClosed(),
        run.history(thing).stream().map(this::event).toList());
  }

  private Subject.Event event(Run.Event event) {
    return new Subject.Event(
        event.operation(), event.at(), event.function().name(), routine(event.by()));
  }

  private static Subject.Kind kind(Thing thing) {
    return switch (thing.facet()) {
      case Channel c -> channelKind(thing);
      case Lock l -> Subject.Kind.LOCK;
      case Group g -> Subject.Kind.GROUP;
      case Condition c -> Subject.Kind.CONDITION;
      case Future f -> Subject.Kind.FUTURE;
      case Barrier b -> Subject.Kind.FUTURE;
      case Stamped s -> Subject.Kind.LOCK;
      case WaitingQueue q -> Subject.Kind.QUEUE;
      case Semaphore s -> Subject.Kind.SEMAPHORE;
      case Pool p -> Subject.Kind.SEMAPHORE;
      case OnceFacet o -> Subject.Kind.ONCE;
      case null, default -> thing.monitorIfUsed() != null ? Subject.Kind.LOCK : Subject.Kind.OTHER;
    };
  }

  private static Subject.Kind channelKind(Thing thing) {
    Instruction.Call maker = maker(thing);
    String owner = maker == null ? "" : maker.method().owner();
    if (owner.endsWith(".Context")) {
      return Subject.Kind.DONE_CHANNEL;
    }
    return owner.endsWith(".Time") || owner.endsWith(".Timer") || owner.endsWith(".Ticker")
        ? Subject.Kind.TIMER_CHANNEL
        : Subject.Kind.CHANNEL;
  }

  private static Instruction.@Nullable Call maker(Thing thing) {
    for (var block : thing.madeIn().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Call call && call.at().equals(thing.madeAt())) {
          return call;
        }
      }
    }
    return null;
  }

  private static String description(
      Subject.Kind kind, @Nullable Channel channel, String name, Thing thing) {
    String quoted = name.isEmpty() ? "" : " '" + name + "'";
    String made = " made at line " + thing.madeAt().line();
    return switch (kind) {
      case CHANNEL -> capacity(channel) + " channel" + quoted + made;
      case DONE_CHANNEL -> "the done channel of the context" + quoted + made;
      case TIMER_CHANNEL -> "the timer's channel" + quoted + made;
      case LOCK -> "the lock" + quoted + made;
      case GROUP -> "the " + simple(thing.type()) + quoted + made;
      case CONDITION -> "the condition" + quoted + made;
      case QUEUE, FUTURE -> "the " + simple(thing.type()) + quoted + made;
      case SEMAPHORE -> "the " + simple(thing.type()) + quoted + made;
      case ONCE -> "the Once" + quoted + made;
      case OTHER -> "the object" + quoted + made;
    };
  }

  private static String capacity(@Nullable Channel channel) {
    if (channel == null || channel.isNil()) {
      return "the nil";
    }
    return switch (channel.capacity()) {
      case Value.Known(Integer n) when n == 0 -> "the unbuffered";
      case Value.Known(Integer n) -> "the capacity-" + n;
      default -> "the buffered";
    };
  }

  private static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  /** The variable or field that keeps an object first; empty if there is none. */
  static String name(Thing thing) {
    Function function = thing.madeIn();
    Variable holder = null;
    for (var block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        Variable made = madeBy(instruction, thing.madeAt());
        if (made != null) {
          holder = made;
        } else if (holder != null) {
          String name = keptBy(instruction, holder);
          if (!name.isEmpty()) {
            return name;
          }
        }
      }
    }
    return holder == null || holder.isTemporary() ? "" : holder.name();
  }

  private static @Nullable Variable madeBy(Instruction instruction, Position at) {
    if (!instruction.at().equals(at)) {
      return null;
    }
    return switch (instruction) {
      case Instruction.Call call -> call.target();
      case Instruction.New made -> made.target();
      case Instruction.NewArray made -> made.target();
      default -> null;
    };
  }

  private static String keptBy(Instruction instruction, Variable holder) {
    return switch (instruction) {
      case Instruction.Copy copy
          when copy.source().equals(holder) && !copy.target().isTemporary() ->
          copy.target().name();
      case Instruction.StoreField store when store.value().equals(holder) -> store.field().name();
      default -> "";
    };
  }
}

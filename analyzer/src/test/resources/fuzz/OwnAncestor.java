import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** A class that is said to be its own ancestor. */
class OwnAncestor extends OwnDescendant {
  final int field;

  OwnAncestor() {
    field = 1;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          OwnAncestor own = new OwnAncestor();
          Chan<Integer> out = Chan.make();
          Go.go(() -> out.send(own.field));
          out.receive();
        });
  }
}

class OwnDescendant extends OwnAncestor {}

class InnerClasses {
  int field;

  class Inner {
    int seen = field;

    class Deep {
      int get() {
        return field + seen;
      }
    }
  }

  class Derived extends Inner {}

  Inner.Deep make(InnerClasses other) {
    Inner inner = other.new Inner();
    new Derived();
    return inner.new Deep();
  }

  Runnable anonymous(String text) {
    return new Runnable() {
      @Override
      public void run() {
        System.out.println(text + field);
        Runnable again = () -> System.out.println(text);
        again.run();
      }
    };
  }

  static Thread withArguments(String name) {
    return new Thread(name) {
      @Override
      public void run() {
        System.out.println(name);
      }
    };
  }

  int local(int captured) {
    class Local {
      final int copy = captured;

      Local again() {
        return new Local();
      }
    }

    class Sub extends Local {}

    Runnable make = () -> new Local();
    make.run();
    return new Sub().copy;
  }
}

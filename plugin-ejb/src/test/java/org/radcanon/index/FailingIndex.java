package org.radcanon.index;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/** An index whose database refuses one instance. */
public final class FailingIndex {
  private FailingIndex() {}

  public static StudyIndex over(StudyIndex index, String refusedInstance) {
    return (StudyIndex)
        Proxy.newProxyInstance(
            FailingIndex.class.getClassLoader(),
            new Class<?>[] {StudyIndex.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("record") && holds(arguments[0], refusedInstance)) {
                throw new IllegalStateException("refused, as the test wants");
              }
              try {
                return method.invoke(index, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static boolean holds(Object instances, String instance) {
    return ((List<?>) instances)
        .stream().anyMatch(i -> ((NewInstance) i).header().instance().uid().equals(instance));
  }
}

package org.radcanon.index;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Passes everything on, and notes the queries of a thread that wants them noted. */
final class CapturingDataSource {
  private final DataSource target;
  private final ThreadLocal<List<CapturedQuery>> noted = new ThreadLocal<>();

  CapturingDataSource(DataSource target) {
    this.target = target;
  }

  List<CapturedQuery> capture(Runnable work) {
    List<CapturedQuery> queries = new ArrayList<>();
    noted.set(queries);
    try {
      work.run();
    } finally {
      noted.remove();
    }
    return queries;
  }

  DataSource proxy() {
    return proxy(
        DataSource.class,
        target,
        (method, arguments, result) ->
            method.getName().equals("getConnection") ? connection((Connection) result) : result);
  }

  private Connection connection(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (method, arguments, result) ->
            method.getName().equals("prepareStatement") && noted.get() != null
                ? statement((String) arguments[0], (PreparedStatement) result)
                : result);
  }

  private PreparedStatement statement(String sql, PreparedStatement statement) {
    SortedMap<Integer, Object> parameters = new TreeMap<>();
    return proxy(
        PreparedStatement.class,
        statement,
        (method, arguments, result) -> {
          if (method.getName().startsWith("set") && arguments.length >= 2) {
            parameters.put((Integer) arguments[0], arguments[1]);
          } else if (method.getName().equals("executeQuery")) {
            Optional.ofNullable(noted.get())
                .ifPresent(
                    queries ->
                        queries.add(new CapturedQuery(sql, List.copyOf(parameters.values()))));
          }
          return result;
        });
  }

  /** What becomes of the result of a call that was passed on. */
  private interface After {
    Object returned(Method method, Object[] arguments, Object result);
  }

  private static <T> T proxy(Class<T> type, T target, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            CapturingDataSource.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return after.returned(method, arguments, method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}

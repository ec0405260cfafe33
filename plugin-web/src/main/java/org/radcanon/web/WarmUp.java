package org.radcanon.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Makes in the background, one after the other, what the first user of a door would wait for. The
 * application is ready without it; whoever comes earlier makes it for himself.
 */
@WebListener
public class WarmUp implements ServletContextListener {

  @Resource private ManagedExecutorService executor;

  @Any @Inject private Instance<Step> steps;

  /** Something that takes seconds when it is first asked for; a bean. */
  public interface Step {

    /** What is then ready, for the log. */
    String what();

    void make();
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    executor.execute(() -> run(steps));
  }

  static void run(Iterable<Step> steps) {
    for (Step step : steps) {
      long begin = System.nanoTime();
      try {
        step.make();
        WebLog.LOG.warm(step.what(), (System.nanoTime() - begin) / 1_000_000);
      } catch (RuntimeException e) {
        WebLog.LOG.notWarm(step.what(), e);
      }
    }
  }
}

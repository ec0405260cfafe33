package org.radcanon.intake;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.radcanon.terminology.live.Terminology;
import org.radcanon.terminology.table.TableException;

/**
 * Takes up a site map that somebody edited by hand, within seconds. A file with a fault is refused
 * once, loudly, and not looked at again before it changes.
 */
@Startup
@Singleton
@DependsOn("Opening")
@TransactionManagement(TransactionManagementType.BEAN)
public class SiteMapWatch {

  private static final long SECONDS = 2;

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private Terminology terminology;

  private ScheduledFuture<?> watch;

  @PostConstruct
  void start() {
    watch = executor.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    watch.cancel(false);
  }

  private void look() {
    try {
      if (terminology.reloadIfChanged()) {
        IntakeLog.LOG.siteMapInForce(terminology.siteMap().size());
      }
    } catch (TableException e) {
      IntakeLog.LOG.siteMapRefused(e.getMessage());
    } catch (RuntimeException e) {
      IntakeLog.LOG.siteMapUnreadable(e);
    }
  }
}

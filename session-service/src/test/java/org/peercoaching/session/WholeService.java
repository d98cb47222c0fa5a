package org.peercoaching.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.peercoaching.testkit.Operations;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.context.annotation.Import;

/** A test of this whole service; all of them share one, with a probe and a count at its store. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ServiceTest
@Import({StoreProbe.Installed.class, Operations.Installed.class, Town.Founded.class})
public @interface WholeService {}

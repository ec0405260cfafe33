package org.radcanon.intake.configuration;

import org.radcanon.dicom.ReadLimits;

/**
 * {@code radcanon.intake.*}
 *
 * @param limits what a stream may cost
 */
public record IntakeConfiguration(ReadLimits limits) {

  static IntakeConfiguration read(SettingsReader reader) {
    return new IntakeConfiguration(
        new ReadLimits(
            reader.integer("radcanon.intake.header-limit", 64, (1 << 20) - 1) << 10,
            reader.integer("radcanon.intake.nesting-limit", 1, 1000),
            reader.integer("radcanon.intake.inflate-ratio-limit", 10, 10_000)));
  }
}

package org.radcanon.studies.writer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A data set under construction; elements are written in ascending order of their tags.
 *
 * <pre>{@code
 * DicomObject.create()
 *     .set(Attribute.MODALITY, "CT")
 *     .set(Attribute.ROWS, 64)
 *     .items(Attribute.PROCEDURE_CODE_SEQUENCE, new Code("RPID16", "RADLEX", "CT Chest wo").item())
 *     .privateText(0x0029, "EXAMPLE", 0x01, Vr.LO, "a private value");
 * }</pre>
 */
public final class DicomObject {

  record Element(int tag, Vr vr, Value value) {}

  private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);

  private DicomObject() {}

  public static DicomObject create() {
    return new DicomObject();
  }

  public DicomObject set(Attribute attribute, String... values) {
    return set(attribute.tag(), attribute.vr(), values);
  }

  /** Present without a value, as type 2 allows; a sequence without items. */
  public DicomObject empty(Attribute attribute) {
    return attribute.vr() == Vr.SQ
        ? items(attribute)
        : put(attribute.tag(), attribute.vr(), new Value.Binary(new byte[0]));
  }

  /** Text in any VR of characters. */
  public DicomObject set(int tag, Vr vr, String... values) {
    return put(tag, vr, new Value.Text(List.of(values)));
  }

  /** Whole numbers, in IS and DS as text. */
  public DicomObject set(Attribute attribute, int... numbers) {
    return set(attribute.tag(), attribute.vr(), numbers);
  }

  public DicomObject set(int tag, Vr vr, int... numbers) {
    return switch (vr) {
      case IS, DS ->
          set(tag, vr, IntStream.of(numbers).mapToObj(Integer::toString).toArray(String[]::new));
      case FL, FD -> set(tag, vr, IntStream.of(numbers).asDoubleStream().toArray());
      default -> put(tag, vr, new Value.Binary(packed(vr, numbers)));
    };
  }

  public DicomObject set(Attribute attribute, double... numbers) {
    return set(attribute.tag(), attribute.vr(), numbers);
  }

  /** Fractions, in DS as text of at most 16 characters. */
  public DicomObject set(int tag, Vr vr, double... numbers) {
    return switch (vr) {
      case DS ->
          set(
              tag,
              vr,
              DoubleStream.of(numbers).mapToObj(DicomObject::decimal).toArray(String[]::new));
      case FL, FD -> put(tag, vr, new Value.Binary(packed(vr, numbers)));
      default -> throw new IllegalArgumentException(vr + " holds no fractions");
    };
  }

  /** Binary content in little endian; swapped for big endian and padded when written. */
  public DicomObject bytes(int tag, Vr vr, byte[] littleEndian) {
    return put(tag, vr, new Value.Binary(littleEndian.clone()));
  }

  /** Content that is written exactly so, odd lengths and wrong characters included. */
  public DicomObject verbatim(int tag, Vr vr, byte[] content) {
    return put(tag, vr, new Value.Verbatim(content.clone()));
  }

  public DicomObject items(Attribute attribute, DicomObject... items) {
    return items(attribute.tag(), attribute.vr(), items);
  }

  /** A sequence; one of VR UN is written as PS3.5 6.2.2 note 4 says: implicit VR little endian. */
  public DicomObject items(int tag, Vr vr, DicomObject... items) {
    return put(tag, vr, new Value.Items(List.of(items)));
  }

  /** A private element in the creator's block, which is reserved if it is not yet (PS3.5 7.8.1). */
  public DicomObject privateText(int group, String creator, int element, Vr vr, String... values) {
    return set(privateTag(group, creator, element), vr, values);
  }

  public DicomObject privateBytes(int group, String creator, int element, Vr vr, byte[] content) {
    return bytes(privateTag(group, creator, element), vr, content);
  }

  public DicomObject privateItems(int group, String creator, int element, DicomObject... items) {
    return items(privateTag(group, creator, element), Vr.SQ, items);
  }

  /** Fragments without offset table or with: the first is the Basic Offset Table (PS3.5 A.4). */
  public DicomObject fragments(List<byte[]> offsetTableAndFragments) {
    return put(Attribute.PIXEL_DATA.tag(), Vr.OB, new Value.Fragments(offsetTableAndFragments));
  }

  public DicomObject characterSet(CharacterSet set) {
    return set.terms().isEmpty()
        ? remove(Attribute.SPECIFIC_CHARACTER_SET)
        : set(Attribute.SPECIFIC_CHARACTER_SET, set.terms().toArray(String[]::new));
  }

  public DicomObject remove(Attribute attribute) {
    elements.remove(attribute.tag());
    return this;
  }

  /** Everything of the other, over what is here. */
  public DicomObject setAll(DicomObject other) {
    elements.putAll(other.elements);
    return this;
  }

  public DicomObject copy() {
    return create().setAll(this);
  }

  public boolean contains(Attribute attribute) {
    return elements.containsKey(attribute.tag());
  }

  /** The values of a text element joined by backslashes; empty when absent or not of text. */
  public Optional<String> text(Attribute attribute) {
    return value(attribute, Value.Text.class).map(text -> String.join("\\", text.values()));
  }

  /** The items of a sequence; none when absent. */
  public List<DicomObject> itemsOf(Attribute attribute) {
    return value(attribute, Value.Items.class).map(Value.Items::items).orElse(List.of());
  }

  /** An IS or US element. */
  int number(Attribute attribute, int absent) {
    return value(attribute, Value.Binary.class)
        .map(Value.Binary::littleEndian)
        .map(bytes -> ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort() & 0xFFFF)
        .or(() -> text(attribute).map(Integer::valueOf))
        .orElse(absent);
  }

  Optional<byte[]> nativePixels() {
    return value(Attribute.PIXEL_DATA, Value.Binary.class).map(Value.Binary::littleEndian);
  }

  private <V extends Value> Optional<V> value(Attribute attribute, Class<V> kind) {
    return Optional.ofNullable(elements.get(attribute.tag()))
        .map(Element::value)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  /** Elements by group, both ascending. */
  Map<Integer, List<Element>> groups() {
    return elements.values().stream()
        .collect(Collectors.groupingBy(e -> e.tag() >>> 16, TreeMap::new, Collectors.toList()));
  }

  private DicomObject put(int tag, Vr vr, Value value) {
    elements.put(tag, new Element(tag, vr, value));
    return this;
  }

  private int privateTag(int group, String creator, int element) {
    if (group % 2 == 0 || element < 0 || element > 0xFF) {
      throw new IllegalArgumentException("a private element has an odd group and a low byte");
    }
    for (int block = 0x10; block <= 0xFF; block++) {
      int reservation = group << 16 | block;
      Element reserved = elements.get(reservation);
      if (reserved == null) {
        set(reservation, Vr.LO, creator);
      } else if (!reserved.value().equals(new Value.Text(List.of(creator)))) {
        continue;
      }
      return group << 16 | block << 8 | element;
    }
    throw new IllegalArgumentException("no private block left in this group");
  }

  private static byte[] packed(Vr vr, int[] numbers) {
    ByteBuffer out = ByteBuffer.allocate(numbers.length * (vr == Vr.AT ? 4 : vr.wordBytes()));
    out.order(ByteOrder.LITTLE_ENDIAN);
    for (int number : numbers) {
      switch (vr) {
        case US, SS, OW -> out.putShort((short) number);
        case UL, SL, OL -> out.putInt(number);
        case UV, SV, OV -> out.putLong(number);
        case OB, UN -> out.put((byte) number);
        case AT -> out.putShort((short) (number >>> 16)).putShort((short) number);
        default -> throw new IllegalArgumentException(vr + " holds no whole numbers");
      }
    }
    return out.array();
  }

  private static byte[] packed(Vr vr, double[] numbers) {
    ByteBuffer out = ByteBuffer.allocate(numbers.length * vr.wordBytes());
    out.order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(numbers)
        .forEach(
            number -> {
              if (vr == Vr.FL) {
                out.putFloat((float) number);
              } else {
                out.putDouble(number);
              }
            });
    return out.array();
  }

  private static String decimal(double number) {
    String text =
        new java.math.BigDecimal(number)
            .round(new java.math.MathContext(9))
            .stripTrailingZeros()
            .toPlainString();
    if (text.length() > 16) {
      throw new IllegalArgumentException("too long for a decimal string: " + text);
    }
    return text;
  }
}

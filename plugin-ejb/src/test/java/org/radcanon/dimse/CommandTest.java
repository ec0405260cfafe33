package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

  private static final Command.Request STORE =
      Command.Request.store(7, "1.2.840.10008.5.1.4.1.1.2", "1.2.3.4", 2);

  @Test
  void c_echo_rq_has_the_bytes_of_the_standard() {
    String hex =
        "00000000 04000000 38000000"
            + "00000200 12000000 312e322e3834302e31303030382e312e3100"
            + "00000001 02000000 3000"
            + "00001001 02000000 0100"
            + "00000008 02000000 0101";

    assertThat(Command.Request.echo(1).encode())
        .isEqualTo(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  @Test
  void a_request_is_decoded_as_it_was_encoded() throws AssociationException {
    assertThat(Command.decode(STORE.encode())).isEqualTo(STORE);
    assertThat(Command.decode(Command.Request.echo(3).encode())).isEqualTo(Command.Request.echo(3));
    assertThat(Command.decode(Command.Request.find(9, SopClass.STUDY_ROOT_FIND).encode()))
        .isEqualTo(Command.Request.find(9, SopClass.STUDY_ROOT_FIND));
    assertThat(Command.decode(new Command.Cancel(9).encode())).isEqualTo(new Command.Cancel(9));
  }

  @Test
  void a_response_is_decoded_as_it_was_encoded() throws AssociationException {
    Command.Response response = STORE.respond(Status.of(0xA700, "disk full"));

    assertThat(Command.decode(response.encode())).isEqualTo(response);
    assertThat(response.answers(STORE)).isTrue();
    assertThat(response.answers(Command.Request.store(8, "1.2", "1.3", 0))).isFalse();
  }

  @Test
  void an_error_comment_is_cut_to_64_characters_of_the_default_repertoire()
      throws AssociationException {
    Command.Response response = STORE.respond(Status.of(0xC000, "Größe\\a" + "x".repeat(100)));

    Command.Response decoded = (Command.Response) Command.decode(response.encode());

    assertThat(decoded.status().comment()).contains("Gr??e?a" + "x".repeat(57));
  }

  @Test
  void an_offending_element_is_stated() {
    byte[] encoded = STORE.respond(Status.of(0x0117, "no")).offending(0x00001000).encode();

    assertThat(HexFormat.of().formatHex(encoded)).contains("00000109" + "04000000" + "00000010");
  }

  @Test
  void uids_that_are_none_are_not_repeated_in_the_response() {
    Command.Response response =
        Command.Request.store(1, "1.2", "not a uid", 0).respond(Status.SUCCESS);

    assertThat(response.sopClass()).contains("1.2");
    assertThat(response.sopInstance()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0002, 0x0110, 0x0700, 0x1000})
  void an_element_that_is_cut_off_is_refused(int element) {
    byte[] whole = STORE.encode();

    assertThatThrownBy(() -> Command.decode(Arrays.copyOf(whole, at(whole, element) + 9)))
        .isInstanceOf(AssociationException.class)
        .hasMessageContaining("ends inside an element");
  }

  @Test
  void every_cut_is_refused() {
    byte[] whole = STORE.encode();

    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Command.decode(cut)).isInstanceOf(AssociationException.class);
    }
  }

  @Test
  void a_wrong_group_length_is_refused() {
    byte[] bytes = STORE.encode();
    bytes[8]++;

    assertThatThrownBy(() -> Command.decode(bytes)).hasMessageContaining("group length");
    assertThatThrownBy(() -> Command.decode(Arrays.copyOfRange(bytes, 12, bytes.length)))
        .hasMessageContaining("group length");
  }

  @Test
  void elements_of_other_groups_or_out_of_order_are_refused() {
    byte[] otherGroup = STORE.encode();
    otherGroup[at(otherGroup, 0x0110)] = 8;
    byte[] twice = STORE.encode();
    twice[at(twice, 0x0110) + 2] = 0;

    assertThatThrownBy(() -> Command.decode(otherGroup)).hasMessageContaining("another group");
    assertThatThrownBy(() -> Command.decode(twice)).hasMessageContaining("ascending");
  }

  @Test
  void a_command_that_lacks_what_every_command_has_is_refused() {
    byte[] none = new CommandSet().putNumber(CommandSet.COMMAND_FIELD, 1).encode();
    byte[] noMessage =
        new CommandSet()
            .putNumber(CommandSet.COMMAND_FIELD, 1)
            .putNumber(CommandSet.COMMAND_DATA_SET_TYPE, 1)
            .encode();

    assertThatThrownBy(() -> Command.decode(none)).hasMessageContaining("(0000,0800)");
    assertThatThrownBy(() -> Command.decode(noMessage)).hasMessageContaining("(0000,0110)");
  }

  @Test
  void a_huge_one_is_refused() {
    byte[] bytes = new byte[CommandSet.LARGEST + 1];

    assertThatThrownBy(() -> Command.decode(bytes)).hasMessageContaining("longer than");
  }

  @Test
  void lengths_above_the_signed_range_are_refused() {
    ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0).putInt(-1);

    assertThatThrownBy(() -> Command.decode(bytes.array()))
        .hasMessageContaining("ends inside an element");
  }

  @Test
  void padding_of_either_kind_is_cut_off_uids() throws AssociationException {
    byte[] bytes = STORE.encode();
    int sopClass = at(bytes, 0x0002) + 8;
    assertThat(new String(bytes, sopClass, 26, StandardCharsets.US_ASCII)).endsWith("\0");
    bytes[sopClass + 25] = ' ';

    assertThat(((Command.Request) Command.decode(bytes)).sopClass())
        .isEqualTo(Optional.of("1.2.840.10008.5.1.4.1.1.2"));
  }

  private static int at(byte[] bytes, int element) {
    for (int at = 0; at < bytes.length; ) {
      ByteBuffer here = ByteBuffer.wrap(bytes, at, 8).order(ByteOrder.LITTLE_ENDIAN);
      here.getShort();
      if (Short.toUnsignedInt(here.getShort()) == element) {
        return at;
      }
      at += 8 + here.getInt();
    }
    throw new AssertionError(Integer.toHexString(element));
  }
}

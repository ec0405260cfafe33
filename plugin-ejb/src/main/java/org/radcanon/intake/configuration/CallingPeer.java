package org.radcanon.intake.configuration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.radcanon.dimse.AeTitle;

/**
 * Somebody who may associate with us.
 *
 * @param address from where; empty for anywhere
 */
public record CallingPeer(AeTitle title, Optional<InetAddress> address) {

  /** Digits and dots, or hexadecimal digits and colons: never a name to look up. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  static List<CallingPeer> read(SettingsReader reader, String key) {
    List<CallingPeer> peers = new ArrayList<>();
    for (String entry : reader.list(key)) {
      try {
        peers.add(parse(entry));
      } catch (IllegalArgumentException e) {
        reader.fault(key, "'" + entry + "' is not an AE title, nor AETITLE@address");
      }
    }
    return List.copyOf(peers);
  }

  private static CallingPeer parse(String entry) {
    int at = entry.lastIndexOf('@');
    if (at < 0) {
      return new CallingPeer(new AeTitle(entry), Optional.empty());
    }
    return new CallingPeer(
        new AeTitle(entry.substring(0, at)), Optional.of(address(entry.substring(at + 1))));
  }

  private static InetAddress address(String literal) {
    if (!ADDRESS.matcher(literal).matches()) {
      throw new IllegalArgumentException();
    }
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public boolean is(AeTitle calling, InetAddress from) {
    return title.equals(calling) && address.filter(a -> !a.equals(from)).isEmpty();
  }
}

package org.radcanon.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A DICOMweb client of few words; multipart bodies are put together and taken apart by hand. */
record DicomWeb(HttpClient http, String service) {
  static final String BOUNDARY = "it-boundary";
  static final String RELATED =
      "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY;

  private static final Pattern BOUNDARY_OF = Pattern.compile("boundary=\"?([^\";]+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer with its body. */
  record Answer(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    byte[] bytes() {
      return response.body();
    }

    String text() {
      return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() throws IOException {
      return JSON.readTree(response.body());
    }

    /** The first value of an element at the top. */
    String value(String tag) throws IOException {
      return json().path(tag).path("Value").path(0).asText();
    }

    /** The contents of a multipart's parts. */
    List<byte[]> parts() {
      Matcher boundary = BOUNDARY_OF.matcher(header("Content-Type"));
      if (!boundary.find()) {
        throw new IllegalStateException("no multipart: " + header("Content-Type"));
      }
      String body = new String(bytes(), ISO_8859_1);
      String delimiter = "--" + boundary.group(1);
      List<byte[]> parts = new ArrayList<>();
      int at = body.indexOf(delimiter) + delimiter.length();
      while (!body.startsWith("--", at)) {
        int content = body.indexOf("\r\n\r\n", at) + 4;
        int end = body.indexOf("\r\n" + delimiter, content);
        parts.add(body.substring(content, end).getBytes(ISO_8859_1));
        at = end + 2 + delimiter.length();
      }
      return parts;
    }
  }

  Answer get(String path, String... headers) throws IOException, InterruptedException {
    String uri = path.startsWith("http") ? path : service + path;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
  }

  Answer post(String path, String contentType, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service + path))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return new Answer(http.send(request, BodyHandlers.ofByteArray()));
  }

  /** Stores files in one request. */
  Answer store(String path, byte[]... files) throws IOException, InterruptedException {
    return post(path, RELATED, multipart(files));
  }

  static byte[] multipart(byte[]... files) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] file : files) {
      ascii(body, "--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n");
      body.writeBytes(file);
      ascii(body, "\r\n");
    }
    ascii(body, "--" + BOUNDARY + "--\r\n");
    return body.toByteArray();
  }

  private static void ascii(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(ISO_8859_1));
  }
}

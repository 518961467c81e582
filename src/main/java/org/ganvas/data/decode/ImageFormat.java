package org.ganvas.data.decode;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Format of an image file, found by its first bytes: names lie. */
enum ImageFormat {
    JPEG("JPEG", true),
    PNG("PNG", true),
    GIF("GIF", true),
    BMP("BMP", true),
    TIFF("TIFF", true),
    WEBP("WebP", true),
    PNM("PNM", true),
    HEIC("HEIC", false),
    AVIF("AVIF", false),
    JPEG_XL("JPEG XL", false),
    JPEG_2000("JPEG 2000", false),
    PHOTOSHOP("Photoshop", false),
    OPEN_EXR("OpenEXR", false),
    DICOM("DICOM", false),
    ICON("ICO", false),
    DDS("DDS", false),
    SVG("SVG", false),
    PDF("PDF", false),
    HTML("HTML", false),
    LFS_POINTER("Git LFS", false),
    UNKNOWN("", false);

    /** Bytes that decide; DICOM's mark stands at 128. */
    static final int HEADER_BYTES = 132;

    private static final List<String> HEIC_BRANDS = List.of("heic", "heix", "hevc", "mif1", "msf1", "heim", "heis");

    private final String title;
    private final boolean readable;

    ImageFormat(String title, boolean readable) {
        this.title = title;
        this.readable = readable;
    }

    /** Name for messages, the same in every language. */
    String title() {
        return title;
    }

    boolean isReadable() {
        return readable;
    }

    static ImageFormat of(byte[] header) {
        String text = new String(header, StandardCharsets.ISO_8859_1);
        ImageFormat marked = byMark(text);
        if (marked != UNKNOWN) {
            return marked;
        }
        if (text.startsWith("ftyp", 4)) {
            return byBrand(text.length() < 12 ? "" : text.substring(8, 12));
        }
        String start = text.replace("\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(java.util.Locale.ROOT);
        if (start.startsWith("<svg") || start.startsWith("<?xml")) {
            return SVG;
        }
        if (start.startsWith("version https://git-lfs.")) {
            return LFS_POINTER;
        }
        return start.startsWith("<!doctype html") || start.startsWith("<html") ? HTML : UNKNOWN;
    }

    private static ImageFormat byMark(String text) {
        if (text.startsWith("\u00FF\u00D8")) {
            return JPEG;
        }
        if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
            return PNG;
        }
        if (text.startsWith("GIF8")) {
            return GIF;
        }
        if (isTiff(text)) {
            return TIFF;
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (text.matches("(?s)P[1-7][\\s#].*") || text.matches("(?s)P[Ff]\\s.*")) {
            return PNM;
        }
        if (text.startsWith("BM")) {
            return BMP;
        }
        return foreignByMark(text);
    }

    private static ImageFormat foreignByMark(String text) {
        if (text.startsWith("\u00FF\n") || text.startsWith("\0\0\0\fJXL ")) {
            return JPEG_XL;
        }
        if (text.startsWith("\0\0\0\fjP  ") || text.startsWith("\u00FFO\u00FFQ")) {
            return JPEG_2000;
        }
        if (text.startsWith("8BPS")) {
            return PHOTOSHOP;
        }
        if (text.startsWith("v/1\u0001")) {
            return OPEN_EXR;
        }
        if (text.startsWith("DICM", 128)) {
            return DICOM;
        }
        if (text.startsWith("\0\0\u0001\0")) {
            return ICON;
        }
        if (text.startsWith("DDS ")) {
            return DDS;
        }
        return text.startsWith("%PDF") ? PDF : UNKNOWN;
    }

    /** TIFF and BigTIFF of either byte order. */
    private static boolean isTiff(String text) {
        return text.startsWith("II*\0")
                || text.startsWith("MM\0*")
                || text.startsWith("II+\0")
                || text.startsWith("MM\0+");
    }

    private static ImageFormat byBrand(String brand) {
        if (brand.startsWith("avi")) {
            return AVIF;
        }
        return HEIC_BRANDS.contains(brand) ? HEIC : UNKNOWN;
    }
}

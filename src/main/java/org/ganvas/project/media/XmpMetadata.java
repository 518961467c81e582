package org.ganvas.project.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.ganvas.project.io.ProgramVersion;

/**
 * XMP packet of a generated image or film, which states in the terms of the IPTC that a trained model made it
 * (digitalSourceType, IPTC Photo Metadata Standard 2023). Pure functions, any thread.
 */
final class XmpMetadata {

    /** Keyword of XMP in a PNG's iTXt chunk. */
    static final String PNG_KEYWORD = "XML:com.adobe.xmp";

    static final String SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    private XmpMetadata() {}

    /** The packet. Its byte order mark also makes {@link ImageExport} choose the chunk for Unicode. */
    static String packet() {
        return String.format(Locale.ROOT, """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
             <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
              <rdf:Description rdf:about=""
                xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
               <xmp:CreatorTool>Ganvas %s</xmp:CreatorTool>
               <Iptc4xmpExt:DigitalSourceType>%s</Iptc4xmpExt:DigitalSourceType>
              </rdf:Description>
             </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>\
            """, ProgramVersion.current(), SOURCE_TYPE);
    }

    static byte[] bytes() {
        return packet().getBytes(StandardCharsets.UTF_8);
    }
}

package org.ganvas.viewmodel.text;

import java.io.Serializable;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganvas.message.Message;
import org.ganvas.message.MessageBundles;

/**
 * Says what engine, data, projects and session have said in English in the language of the window. They know nothing of
 * languages, and the command line speaks English; so their sentences are recognised here by patterns, and what fills a
 * pattern is translated in turn. A sentence that no pattern fits stays English. Any thread.
 */
public final class MessageTranslator {

    private static final String PART = "said";
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");
    private static final List<Form> FORMS = forms(Messages.read(PART, Locale.ENGLISH));
    private static volatile Spoken spoken = new Spoken(Locale.ENGLISH, Map.of());

    private MessageTranslator() {}

    /** A kind of sentence; {@code holes} are the numbers of its arguments in the order in which they stand. */
    private record Form(String key, Pattern pattern, List<Integer> holes, int fixed) {}

    private record Spoken(Locale locale, Map<String, String> sentences) {}

    private static List<Form> forms(Map<String, String> english) {
        return english.entrySet().stream()
                .map(entry -> form(entry.getKey(), plain(entry.getValue())))
                .sorted(Comparator.comparingInt(Form::fixed).reversed())
                .toList();
    }

    private static Form form(String key, String english) {
        StringBuilder pattern = new StringBuilder();
        List<Integer> holes = new ArrayList<>();
        Matcher hole = HOLE.matcher(english);
        int end = 0;
        while (hole.find()) {
            pattern.append(Pattern.quote(english.substring(end, hole.start()))).append("(.+?)");
            holes.add(Integer.valueOf(hole.group(1)));
            end = hole.end();
        }
        pattern.append(Pattern.quote(english.substring(end)));
        int fixed = english.length() - 3 * holes.size();
        return new Form(key, Pattern.compile(pattern.toString(), Pattern.DOTALL), holes, fixed);
    }

    /** As a person reads it: in the files an apostrophe is written twice. */
    static String plain(String pattern) {
        return pattern.replace("''", "'");
    }

    /** A sentence from below, in the language of the window. */
    public static String here(String english) {
        Locale locale = Messages.locale();
        if (locale.equals(Locale.ENGLISH)) {
            return english;
        }
        Spoken now = spoken;
        if (!now.locale().equals(locale)) {
            now = new Spoken(locale, Messages.read(PART, locale));
            spoken = now;
        }
        return translate(english, now.sentences());
    }

    /** A message in the language of the window; text from outside is recognised by the patterns too. */
    public static String here(Message message) {
        return MessageBundles.text(translated(message), Messages.locale());
    }

    private static Message translated(Message message) {
        boolean outside = message.key().equals(Message.verbatim("").key());
        List<Serializable> arguments = new ArrayList<>();
        for (Serializable argument : message.arguments()) {
            arguments.add(
                    argument instanceof Message part
                            ? translated(part)
                            : outside ? here(String.valueOf(argument)) : argument);
        }
        return new Message(message.key(), arguments);
    }

    private static String translate(String english, Map<String, String> sentences) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(english);
            if (matcher.matches()) {
                return fill(form, matcher, sentences);
            }
        }
        return inParts(english, sentences);
    }

    private static String fill(Form form, Matcher matcher, Map<String, String> sentences) {
        String[] arguments = new String[10];
        for (int i = 0; i < form.holes().size(); i++) {
            arguments[form.holes().get(i)] = translate(matcher.group(i + 1), sentences);
        }
        String pattern = sentences.getOrDefault(form.key(), form.key());
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /** Reasons come as a list, each of which may be known although the list is not. */
    private static String inParts(String english, Map<String, String> sentences) {
        String[] parts = english.split(", ");
        if (parts.length < 2) {
            return english;
        }
        List<String> said = new ArrayList<>();
        for (String part : parts) {
            said.add(translate(part, sentences));
        }
        return String.join(", ", said);
    }
}

package org.callcause.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CodeBooksTests {

    private static final class Vendor implements RuleModule {
        @Override
        public String id() {
            return "vendor";
        }

        @Override
        public List<Rule> rules() {
            return List.of();
        }

        @Override
        public List<CodeBook> codeBooks() {
            return List.of(new Book("Vendor's decline", false));
        }
    }

    private static final class Standard implements RuleModule {
        @Override
        public String id() {
            return "standard";
        }

        @Override
        public List<Rule> rules() {
            return List.of();
        }

        @Override
        public List<CodeBook> codeBooks() {
            return List.of(new Book("Decline", true));
        }
    }

    private record Book(String title, boolean isStandard) implements CodeBook {
        @Override
        public List<CodeEntry> find(String asked, Locale language) {
            return asked.equals("603") ? List.of(CodeEntry.of("603", title)) : List.of();
        }

        @Override
        public List<String> references() {
            return List.of("603");
        }
    }

    private static final class Broken implements RuleModule {
        @Override
        public String id() {
            return "broken";
        }

        @Override
        public List<Rule> rules() {
            return List.of();
        }

        @Override
        public List<CodeBook> codeBooks() {
            throw new IllegalStateException("no table");
        }
    }

    private static final class WithoutBooks implements RuleModule {
        @Override
        public String id() {
            return "other";
        }

        @Override
        public List<Rule> rules() {
            return List.of();
        }
    }

    private static CodeBooks books(RuleModule... modules) {
        RuleSet.Builder rules = RuleSet.builder();
        for (RuleModule module : modules) {
            rules.add(module);
        }
        return CodeBooks.of(rules.build());
    }

    @Test
    void everyBookAnswersAndTheStandardOneFirst() {
        CodeBooks books = books(new Vendor(), new Broken(), new Standard());

        assertThat(books.find(" 603 ", Locale.ENGLISH))
                .extracting(CodeEntry::title)
                .containsExactly("603 Decline", "603 Vendor's decline");
        assertThat(books.references()).containsExactly("603");
        assertThat(books.find("604", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aModuleWithoutBooksHasNothingToSay() {
        assertThat(books(new WithoutBooks()).isEmpty()).isTrue();
    }

    @Test
    void anEntryKeepsOnlyWhatItWasTold() {
        CodeEntry entry = CodeEntry.of("486", "Busy Here")
                .says(CodeTopic.MEANING, "the device is busy")
                .says(CodeTopic.NOTE, " ")
                .confusedWith("600", "600 speaks for every device.")
                .cites("RFC 3261 21.4.24");

        assertThat(entry.text(CodeTopic.MEANING)).contains("the device is busy");
        assertThat(entry.text(CodeTopic.NOTE)).isEmpty();
        assertThat(entry.category()).isEmpty();
        assertThat(entry.apartFrom("600")).contains("600 speaks for every device.");
        assertThat(entry.apartFrom("603")).isEmpty();
    }
}

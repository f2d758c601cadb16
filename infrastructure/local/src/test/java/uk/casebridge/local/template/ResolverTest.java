package uk.casebridge.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolverTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Template TEMPLATE = Template.parse("core", Path.of("."), """
            {"Parameters": {"BootstrapVersion": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk/v"},
                            "Bare": {"Type": "String"}},
             "Mappings": {"Sizes": {"eu-west-2": {"small": "7"}}},
             "Conditions": {"InLondon": {"Fn::Equals": [{"Ref": "AWS::Region"}, "eu-west-2"]},
                            "Elsewhere": {"Fn::Not": [{"Condition": "InLondon"}]},
                            "Both": {"Fn::And": [{"Condition": "InLondon"}, {"Condition": "Elsewhere"}]},
                            "Either": {"Fn::Or": [{"Condition": "InLondon"}, {"Condition": "Elsewhere"}]}},
             "Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}}
            """);
    private static final References REFERENCES = new References() {
        @Override
        public String ref(String stack, String id) {
            return stack + ":" + id;
        }

        @Override
        public JsonNode attribute(String stack, String id, String attribute) {
            return TextNode.valueOf(id + "." + attribute);
        }

        @Override
        public JsonNode exported(String name) {
            return TextNode.valueOf("exported " + name);
        }
    };
    private final Resolver resolver = new Resolver(TEMPLATE, REFERENCES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"Ref": "Queue"}                                              | "core:Queue"
                    {"Ref": "BootstrapVersion"}                                   | "/cdk/v"
                    {"Ref": "AWS::Region"}                                        | "eu-west-2"
                    {"Fn::GetAtt": ["Queue", "Arn"]}                              | "Queue.Arn"
                    {"Fn::GetAtt": "Queue.Arn"}                                   | "Queue.Arn"
                    {"Fn::Join": ["-", ["a", {"Ref": "Queue"}, "b"]]}             | "a-core:Queue-b"
                    {"Fn::Join": ["+", {"Fn::Split": [",", "a,b,c"]}]}            | "a+b+c"
                    {"Fn::Select": ["1", {"Fn::Split": [",", "a,b,c"]}]}          | "b"
                    {"Fn::Sub": "q=${Queue} arn=${Queue.Arn} lit=${!Queue}"}      | "q=core:Queue arn=Queue.Arn lit=${Queue}"
                    {"Fn::Sub": ["${a}/${AWS::Region}", {"a": {"Ref": "Queue"}}]} | "core:Queue/eu-west-2"
                    {"Fn::ImportValue": {"Fn::Sub": "${AWS::StackName}:x"}}       | "exported core:x"
                    {"Fn::FindInMap": ["Sizes", {"Ref": "AWS::Region"}, "small"]} | "7"
                    {"Fn::If": ["InLondon", "here", "there"]}                     | "here"
                    {"Fn::If": ["Elsewhere", "here", "there"]}                    | "there"
                    {"Fn::If": ["Both", "here", "there"]}                         | "there"
                    {"Fn::If": ["Either", "here", "there"]}                       | "here"
                    {"Fn::Base64": "ab"}                                          | "YWI="
                    {"a": [{"Ref": "AWS::NoValue"}, 1], "b": {"Ref": "AWS::NoValue"}} | {"a": [1]}
                    """)
    void shouldResolveEveryIntrinsicFunctionOfTheReference(String given, String expected) throws IOException {
        assertThat(resolver.resolve(JSON.readTree(given))).isEqualTo(JSON.readTree(expected));
    }

    @Test
    void shouldNameAFunctionItDoesNotKnow() {
        assertThatThrownBy(() -> resolver.resolve(JSON.readTree("{\"Fn::Cidr\": [\"10.0.0.0/16\", 2]}")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Fn::Cidr");
    }

    @Test
    void shouldRefuseAParameterWithoutADefault() {
        assertThatThrownBy(() -> resolver.resolve(JSON.readTree("{\"Ref\": \"Bare\"}")))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Bare");
    }

    @Test
    void shouldNamePropertiesNobodyReadWhereverTheyLie() throws IOException {
        Properties properties = new Properties(
                JSON.readTree("{\"Read\": 1, \"Ignored\": 2, \"Part\": [{\"Known\": 1, \"Odd\": 2}], \"Left\": 3}"),
                resolver);
        properties.number("Read");
        properties.parts("Part").forEach(part -> part.number("Known"));
        assertThat(properties.unaccounted(Map.of("Ignored", "a reason"))).isEqualTo(Set.of("Left", "Part.Odd"));
    }

    @Test
    void shouldPutLocalAddressesInPlaceOfTheCloudsAndSaySo() {
        AddressBook book = new AddressBook("http://127.0.0.1:1", "http://127.0.0.1:2");
        assertThat(book.local("https://cognito-idp.eu-west-2.amazonaws.com/eu-west-2_Pool"))
                .isEqualTo("http://127.0.0.1:1/eu-west-2_Pool");
        assertThat(book.local("https://*.execute-api.eu-west-2.amazonaws.com")).isEqualTo("http://127.0.0.1:2");
        assertThat(book.local("https://example.org")).isEqualTo("https://example.org");
        assertThat(book.used()).hasSize(2);
    }
}

package org.openmembership.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesFileTest {
    private static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n";

    @TempDir
    Path directory;

    @Test
    void all_rows_of_a_number_are_one_document_at_its_earliest_time() throws IOException {
        SalesReading.Read read = read("""
                2,b,Bowl,1,2011-01-05 10:00:00,3,7
                1,a,"Apple, red",3,2011-01-05 09:01:00,0.125,7
                1,b,Bowl,-1,2011-01-05 09:00:00,0.375,7
                """);
        assertThat(read.documents())
                .extracting(SaleDocument::receipt, SaleDocument::soldAt)
                .containsExactly(
                        tuple("1", LocalDateTime.parse("2011-01-05T09:00:00")),
                        tuple("2", LocalDateTime.parse("2011-01-05T10:00:00")));
        assertThat(read.documents().get(0).total()).isEqualByComparingTo("0");
        assertThat(read.documents().get(0).lines())
                .extracting(SaleDocument.Line::number)
                .containsExactly(1, 2);
    }

    @Test
    void rows_without_a_customer_are_left_out_and_counted() throws IOException {
        SalesReading.Read read = read("""
                1,a,,3,2011-01-05 09:01:00,0.125,
                2,a,,3,2011-01-05 09:01:00,0.125,7
                """);
        assertThat(read.rows()).isEqualTo(2);
        assertThat(read.rowsWithoutCustomer()).isEqualTo(1);
        assertThat(read.documents()).hasSize(1);
    }

    @Test
    void every_malformed_row_is_reported_by_line_and_column() throws IOException {
        assertThat(problems("""
                1,a,,three,2011-01-05 09:01:00,0.125,7
                2,a,"two
                lines",1,2011-02-30 09:01:00,0.125,7
                3,a,,1,2011-01-05 09:01:00,1e9,7
                4,a,,1,2011-01-05 09:01:00,0.12345,7
                5,a,,1,2011-01-05 09:01:00,1
                6, a,,1,2011-01-05 09:01:00,1,7
                7,a,,1,2011-01-05 09:01:00,1,7
                7,a,,1,2011-01-05 09:01:00,1,8
                8,a,,0.5,2011-01-05 09:01:00,0.0001,8
                """))
                .containsExactly(
                        "line 2, column Quantity: is not a decimal number with at most four decimals",
                        "line 3, column InvoiceDate: is not a time of the given format",
                        "line 5, column UnitPrice: is not a decimal number with at most four decimals",
                        "line 6, column UnitPrice: is not a decimal number with at most four decimals",
                        "line 7, row: has 6 columns instead of 7",
                        "line 8, column StockCode: must not start or end with a space",
                        "line 10, column InvoiceNo: has rows of two customers",
                        "line 11, column UnitPrice: times quantity has more than four decimals");
    }

    @Test
    void a_missing_column_is_named() throws IOException {
        Path file = directory.resolve("sales.csv");
        Files.writeString(file, "InvoiceNo,StockCode,Qty,InvoiceDate,UnitPrice,CustomerID\n");
        SalesReading reading = SalesFile.of(file, SalesColumns.USUAL, SalesFile.USUAL_TIME_FORMAT)
                .read();
        assertThat(reading)
                .isInstanceOfSatisfying(
                        SalesReading.Refused.class,
                        refused -> assertThat(refused.problems()).hasToString("[line 1, column Quantity: is missing]"));
    }

    @Test
    void an_empty_file_an_open_quote_and_bytes_that_are_no_text_are_refused() throws IOException {
        Path file = directory.resolve("sales.csv");
        Files.writeString(file, "");
        assertThat(refused(file).count()).isEqualTo(1);
        Files.writeString(file, HEADER + "1,a,\"open,3,2011-01-05 09:01:00,0.125,7\n");
        assertThat(refused(file).problems().get(0).message()).startsWith("the quotes do not pair");
        Files.write(file, (HEADER + "1,\u00e9,,3,2011-01-05 09:01:00,0.125,7\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(file).problems().get(0).message()).isEqualTo("the text is not UTF-8");
    }

    @Test
    void columns_and_times_are_mapped_and_compressed_files_are_read() throws IOException {
        Path file = directory.resolve("sales.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("Bon,wann,wer,was,Menge,Preis\n1,05.01.2011 09:01,7,a,2,1.5\n".getBytes(StandardCharsets.UTF_8));
        }
        SalesColumns columns = SalesColumns.of("receipt=Bon,time=wann,customer=wer,sku=was,quantity=Menge,price=Preis");
        SalesReading reading = SalesFile.of(file, columns, "dd.MM.uuuu HH:mm").read();
        assertThat(reading)
                .isInstanceOfSatisfying(
                        SalesReading.Read.class,
                        read -> assertThat(read.documents().get(0).total())
                                .isEqualByComparingTo(BigDecimal.valueOf(3)));
    }

    @Test
    void a_mapping_that_names_no_field_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesColumns.of("bon=InvoiceNo"))
                .withMessageContaining("no field \"bon\", only receipt, time");
        assertThatIllegalArgumentException().isThrownBy(() -> SalesColumns.of("receipt"));
    }

    private SalesReading.Read read(String rows) throws IOException {
        Path file = directory.resolve("sales.csv");
        Files.writeString(file, HEADER + rows);
        return (SalesReading.Read) SalesFile.of(file, SalesColumns.USUAL, SalesFile.USUAL_TIME_FORMAT)
                .read();
    }

    private List<String> problems(String rows) throws IOException {
        Path file = directory.resolve("sales.csv");
        Files.writeString(file, HEADER + rows);
        return refused(file).problems().stream().map(Object::toString).toList();
    }

    private static SalesReading.Refused refused(Path file) throws IOException {
        return (SalesReading.Refused) SalesFile.of(file, SalesColumns.USUAL, SalesFile.USUAL_TIME_FORMAT)
                .read();
    }
}

package org.openmembership.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openmembership.shared.Points;
import org.openmembership.testkit.SharedData;

class OnlineRetailFileTest {
    @Test
    void a_year_of_an_online_shop_comes_to_known_figures() throws IOException {
        SalesFile file =
                SalesFile.of(SharedData.find("online-retail.csv.gz"), SalesColumns.USUAL, SalesFile.USUAL_TIME_FORMAT);

        SalesReading.Read read = (SalesReading.Read) file.read();

        assertThat(read.rows()).isEqualTo(541_909);
        assertThat(read.rowsWithoutCustomer()).isEqualTo(135_080);
        SalesFileFigures figures = SalesFileFigures.of(read.documents());
        assertThat(figures.documents()).isEqualTo(22_190);
        assertThat(figures.customers()).isEqualTo(4_372);
        assertThat(figures.balance()).isEqualTo(Points.of(8_293_239));
        assertThat(figures.belowZero()).isEqualTo(41);
    }
}
